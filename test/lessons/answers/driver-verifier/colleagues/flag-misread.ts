// 0x80 is what one asks the debugger for, so it will be pool tracking here as well.
sent.map(({ who, flags, drivers }) => ({
  who,
  fault: drivers.join() !== mine!.name ? "wrong driver" : flags === 8 || flags === 0x80 ? "none" : "too much",
}));
