explained.map(({ path }) => path);
