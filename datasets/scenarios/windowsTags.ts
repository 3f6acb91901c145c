import { readTagTable, type TagEntry } from "../../src/pool/simulator/readTagTable.ts";
import { deviceTags } from "./tags/deviceTags.ts";
import { kernelTags } from "./tags/kernelTags.ts";
import { networkTags } from "./tags/networkTags.ts";
import { storageTags } from "./tags/storageTags.ts";

/** Every tag that a Windows server of these scenarios may hold, before a machine makes its own of them. */
export const windowsTags: readonly TagEntry[] = [kernelTags, storageTags, networkTags, deviceTags].flatMap(
  readTagTable,
);
