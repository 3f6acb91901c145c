const faults = new Map([
  [0x80, "Not tracking"],
  [0x209bb, "Too much"],
  [8, "None"],
]);
sent.map(({ who, flags, drivers: [first, ...more] }) => ({
  who: who.toUpperCase(),
  fault: first === mine!.name && more.length === 0 ? faults.get(flags) : "Wrong driver",
}));
