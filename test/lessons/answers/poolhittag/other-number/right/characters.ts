"'LxtC'";
