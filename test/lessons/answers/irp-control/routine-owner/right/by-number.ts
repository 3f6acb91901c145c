const { locations } = irps[0]!;
const row = locations.find(({ words }) => words.includes("Success") && !words.includes("Error"))!;
const above = locations.find(({ number }) => number === row.number + 1)!;
[{ number: row.number, driver: above.driver!.split("\\").at(-1)! + ".sys", routine: row.completionSymbol }];
