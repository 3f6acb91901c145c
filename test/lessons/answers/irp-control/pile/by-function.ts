const writes = found.filter(({ major }) => major === 4);
({ driver: "\\Driver\\trsnap", major: 4, count: writes.length });
