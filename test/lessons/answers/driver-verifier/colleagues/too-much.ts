// The right driver, and the bit is set.
sent.map(({ who, drivers, isPoolTracking }) => ({
  who,
  fault: drivers.join() !== mine!.name ? "wrong driver" : isPoolTracking ? "none" : "not tracking",
}));
