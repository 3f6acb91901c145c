"18 h 12 min";
