[
  { pool: "nonpaged", tag: "Zzzz", bytesPerHour: 1 },
  { pool: "paged", tag: "Zzzz", bytesPerHour: 1 },
];
