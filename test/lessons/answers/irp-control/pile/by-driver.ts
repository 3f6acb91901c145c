const holders = found.map(({ driver }) => driver);
const driver = "\\Driver\\disk";
({ driver, major: 4, count: holders.filter((one) => one === driver).length });
