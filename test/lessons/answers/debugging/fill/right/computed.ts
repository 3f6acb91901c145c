import { readVm } from "pool-leak-lab";

const { records } = await readVm(await log("dump-commit.txt"));
const { nonpagedBytes, nonpagedMaximumBytes, physicalBytes } = records[0]!;

`${(100 * nonpagedBytes!) / (nonpagedMaximumBytes ?? physicalBytes!)}%`;
