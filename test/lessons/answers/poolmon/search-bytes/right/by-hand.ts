import { readPoolmon, tagGrowth } from "pool-leak-lab";

const { records: snapshots } = await readPoolmon(await log("poolmon.txt"));
const { tag } = tagGrowth(snapshots)[0]!;
// Without the library's byte functions, and as lists of numbers
const plain = [...tag].map((letter) => letter.charCodeAt(0));
({ plain, protected: plain.with(3, plain[3]! | 0x80), backwards: plain.toReversed() });
