"the slow one";
