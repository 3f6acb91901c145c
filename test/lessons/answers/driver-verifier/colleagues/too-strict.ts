// Without special pool it is not thorough.
sent.map(({ who, flags, drivers }) => ({
  who,
  fault: drivers.join() !== mine!.name ? "wrong driver" : (flags & 8) === 0 ? "not tracking" : "too much",
}));
