"No blocks: by then all of them carry the new tags";
