"nearly full";
