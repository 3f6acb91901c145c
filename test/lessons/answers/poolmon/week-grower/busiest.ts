import { churn, readPoolmon } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon-week.txt"));
const [{ tag, pool, growthBytes }] = churn(snapshots) as [ReturnType<typeof churn>[number]];
[{ tag, pool, growthBytesPerHour: growthBytes / (7 * 24) }];
