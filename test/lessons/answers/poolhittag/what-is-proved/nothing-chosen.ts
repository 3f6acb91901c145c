"Something else.";
