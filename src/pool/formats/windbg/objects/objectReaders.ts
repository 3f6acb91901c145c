import type { MakeReaders } from "../MakeReaders.ts";

/** The readers of this folder. */
export const objectReaders: MakeReaders = () => [];
