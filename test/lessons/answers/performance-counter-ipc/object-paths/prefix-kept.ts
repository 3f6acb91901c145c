calls.map(({ process, session, name }) => ({
  process,
  name,
  object:
    session === 0 || name.startsWith("Global\\")
      ? `\\BaseNamedObjects\\${name}`
      : `\\Sessions\\${session}\\BaseNamedObjects\\${name}`,
}));
