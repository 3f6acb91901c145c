import { readPoolmon, reverseTag, tagBytes, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
// As C writes them, the last row first
[
  { form: "written backwards", hex: tagBytes(reverseTag(tag)) },
  { form: "protected (PROTECTED_POOL)", hex: tagBytes(tag, "protected") },
  { form: "plain", hex: tagBytes(tag) },
].map(({ form, hex }) => ({
  form,
  hex: hex
    .split(" ")
    .map((byte) => `0x${byte.toUpperCase()}`)
    .join(", "),
}));
