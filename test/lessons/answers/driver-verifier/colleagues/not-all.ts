// Only those that may restart.
sent.filter(({ isPoolTracking }) => isPoolTracking).map(({ who }) => ({ who, fault: "none" }));
