// The flags say it all.
sent.map(({ who, flags }) => ({ who, fault: flags === 8 ? "none" : (flags & 8) === 0 ? "not tracking" : "too much" }));
