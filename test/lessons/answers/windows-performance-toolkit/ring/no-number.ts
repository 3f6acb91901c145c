"half a minute";
