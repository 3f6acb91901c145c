import {
  addToAddress,
  patchedGrowth,
  placeOf,
  readDebuggerSession,
  readPoolmon,
  tagGrowth,
  tagPatches,
} from "pool-leak-lab";

const { records: session } = await readDebuggerSession(await log("patch.txt"));
const { records: code } = await readDebuggerSession(await log("dump.txt"));
const { records: taken } = await readPoolmon(await log("poolmon-patched.txt"));
const changed = tagPatches(session);
const [leaking, other] = patchedGrowth(changed, taken) as [Grown, Grown];
type Grown = ReturnType<typeof patchedGrowth>[number];
const { address } = changed.find((patch) => patch.place === leaking.place)!;
const call = code.instructions.find((one) => one.mnemonic === "call" && one.address > address)!;
const placeAt = (bytes: number) => placeOf(addToAddress(call.address, bytes), code.modules);
const returnsTo = placeAt(call.bytes.length);
const whole = tagGrowth(taken).find(({ tag }) => tag === leaking.tag)!;
const { place, growthBytesPerHour } = leaking;
[{ place, growthBytesPerHour }];
