import type { MakeReaders } from "../MakeReaders.ts";
import { HandleReader } from "./HandleReader.ts";
import { ObjectReader } from "./ObjectReader.ts";

/** The readers of this folder. */
export const objectReaders: MakeReaders = (session, problems) => [
  new ObjectReader(session.objects, problems),
  new HandleReader(session.objects),
];
