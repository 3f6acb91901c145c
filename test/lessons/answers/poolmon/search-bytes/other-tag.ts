import { churn, readPoolmon, reverseTag, tagBytes } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = churn(snapshots).at(1)!;
[
  { form: "plain", hex: tagBytes(tag) },
  { form: "protected", hex: tagBytes(tag, "protected") },
  { form: "backwards", hex: tagBytes(reverseTag(tag)) },
];
