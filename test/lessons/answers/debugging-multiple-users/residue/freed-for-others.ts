"Fewer blocks: what the new tags free is taken from it";
