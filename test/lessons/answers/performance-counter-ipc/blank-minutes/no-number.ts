"two hours and a half";
