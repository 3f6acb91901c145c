"Success Error Cancel";
