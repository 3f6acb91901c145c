import type { MakeReaders } from "../MakeReaders.ts";

/** The readers of this folder. */
export const hitReaders: MakeReaders = () => [];
