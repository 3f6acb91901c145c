import { readPoolmon, reverseTag, tagBytes, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
const bytes = tagBytes(tag).split(" ");
const first = (parseInt(bytes[0]!, 16) | 0x80).toString(16);
[
  { form: "plain", hex: bytes.join(" ") },
  { form: "protected", hex: [first, ...bytes.slice(1)].join(" ") },
  { form: "backwards", hex: tagBytes(reverseTag(tag)) },
];
