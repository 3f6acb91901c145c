import { readPoolmon, tagBytes, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const [first, second, third] = tagBytes(tagGrowth(snapshots)[0]!.tag).split(" ");
`0x34${third}${second}${first}`.toUpperCase();
