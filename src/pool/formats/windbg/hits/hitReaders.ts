import type { MakeReaders } from "../MakeReaders.ts";
import { HitReader } from "./HitReader.ts";

/** The readers of sessions with nt!PoolHitTag. */
export const hitReaders: MakeReaders = (session, problems) => [new HitReader(session, problems)];
