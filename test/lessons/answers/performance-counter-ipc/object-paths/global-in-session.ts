calls.map(({ process, session, name }) => ({
  process,
  name,
  object: `${session === 0 ? "" : `\\Sessions\\${session}`}\\BaseNamedObjects\\${name.split("\\").at(-1)}`,
}));
