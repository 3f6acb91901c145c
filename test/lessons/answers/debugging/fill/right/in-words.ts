"about 1.95 %";
