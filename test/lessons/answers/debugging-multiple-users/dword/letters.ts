"Lea4";
