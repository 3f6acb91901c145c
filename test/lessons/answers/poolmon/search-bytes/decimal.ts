import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
const codes = [...tag].map((letter) => letter.charCodeAt(0));
[
  { form: "plain", hex: codes.join(" ") },
  { form: "protected", hex: codes.with(3, codes[3]! + 128).join(" ") },
  { form: "backwards", hex: codes.toReversed().join(" ") },
];
