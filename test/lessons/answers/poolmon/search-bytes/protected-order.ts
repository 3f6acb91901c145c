import { protectedValue, readPoolmon, reverseTag, tagBytes, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
[
  { form: "plain", hex: tagBytes(tag) },
  { form: "protected", hex: protectedValue(tag).toString(16) },
  { form: "backwards", hex: tagBytes(reverseTag(tag)) },
];
