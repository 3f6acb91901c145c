calls.map(({ process, session, name }) => ({
  process,
  name,
  object: name.startsWith("Global\\")
    ? `\\BaseNamedObjects\\${name.slice(7)}`
    : `\\Sessions\\${session}\\BaseNamedObjects\\${name}`,
}));
