const pairs = new Map(explained.map((call) => [`${call.process} ${call.name}`, call]));
[...pairs.values()].map(({ process, name, path }) => ({ process, name, path }));
