calls.map(({ process, name }) => ({ process, name, object: `\\BaseNamedObjects\\${name.split("\\").at(-1)}` }));
