import { readPoolmon, tagBytes, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
[
  { form: "plain", hex: tagBytes(tag) },
  { form: "protected", hex: tagBytes(tag, "protected") },
  { form: "backwards", hex: tagBytes(tag) },
];
