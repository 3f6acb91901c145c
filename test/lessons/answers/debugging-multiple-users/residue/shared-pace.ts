"More blocks, at half of its old pace: it shares with the new tags";
