// The routine in the driver's own row.
const row = irps[0]!.locations.find(({ driver }) => driver?.endsWith("wwmirror") || driver?.endsWith("trsnap"))!;
({ driver: row.driver, routine: row.completionSymbol });
