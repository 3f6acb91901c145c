found.length;
