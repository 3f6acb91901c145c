import type { MakeReaders } from "../MakeReaders.ts";
import { IrpFindReader } from "./IrpFindReader.ts";
import { IrpReader } from "./IrpReader.ts";

/** The readers of this folder. */
export const irpReaders: MakeReaders = (session, problems) => [
  new IrpReader(session.irps, problems),
  new IrpFindReader(session.irpFinds, problems),
];
