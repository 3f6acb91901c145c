import { readTagTable, type TagEntry } from "../readTagTable.ts";
import { deviceTags } from "./deviceTags.ts";
import { kernelTags } from "./kernelTags.ts";
import { networkTags } from "./networkTags.ts";
import { storageTags } from "./storageTags.ts";

/** Every tag that a Windows server of these scenarios may hold, before a machine makes its own of them. */
export const windowsTags: readonly TagEntry[] = [kernelTags, storageTags, networkTags, deviceTags].flatMap(
  readTagTable,
);
