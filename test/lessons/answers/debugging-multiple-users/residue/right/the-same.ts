"The blocks that it has in the last snapshot";
