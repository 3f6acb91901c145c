// The row moves only if a place was missed.
("The blocks that it has in the last snapshot");
