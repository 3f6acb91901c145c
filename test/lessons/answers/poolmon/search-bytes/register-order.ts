import { protectedValue, readPoolmon, reverseTag, tagGrowth, tagToValue } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
[
  { form: "plain", hex: tagToValue(tag).toString(16) },
  { form: "protected", hex: protectedValue(tag).toString(16) },
  { form: "backwards", hex: tagToValue(reverseTag(tag)).toString(16) },
];
