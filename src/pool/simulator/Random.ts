/**
 * Chance that is the same everywhere: integer arithmetic only, since `Math.exp` and its kin may differ in the last bit
 * between engines and the logs must not differ in a byte.
 *
 * The generator is sfc32 (Chris Doty-Humphrey, PractRand 0.95, `sfc32` with its counter and 12 discarded outputs); texts
 * become seeds by FNV-1a (Fowler, Noll, Vo); noise that needs no history is the 32-bit finalizer of MurmurHash3
 * (Austin Appleby).
 */
export interface Random {
  /** the next number, 0 ≤ x < 1 */
  next(): number;
  /** a number around 0 between -1 and 1, small ones more likely (the mean of three uniform ones) */
  bell(): number;
  /** a whole number whose mean is `mean`, with a spread of some 15 % */
  count(mean: number): number;
}

const TWO_TO_32 = 4_294_967_296;

/** FNV-1a over the UTF-16 units of the names, each name ended by a unit that no name has. */
export function hashNames(...names: readonly (string | number)[]): number {
  let hash = 0x811c9dc5;
  for (const name of names) {
    const text = `${name}\u0000`;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}

/** Noise without history: the same hash and slot always give the same number, 0 ≤ x < 1. */
export function noiseAt(hash: number, slot: number): number {
  // Slots of a long log exceed 32 bits when they are milliseconds, so the upper part is mixed in as well.
  let mixed = (hash ^ Math.imul(slot | 0, 0x9e3779b1) ^ Math.imul(Math.floor(slot / TWO_TO_32), 0x85ebca77)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / TWO_TO_32;
}

/** A generator of its own for each list of names, so that adding one thing to a scenario leaves the others as they were. */
export function createRandom(...names: readonly (string | number)[]): Random {
  let a = hashNames("a", ...names);
  let b = hashNames("b", ...names);
  let c = hashNames("c", ...names);
  let counter = 1;

  function next(): number {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  }

  for (let discarded = 0; discarded < 12; discarded += 1) next();
  return {
    next,
    bell: () => ((next() + next() + next()) * 2) / 3 - 1,
    count: (mean) => Math.floor(mean * (0.85 + 0.3 * next()) + next()),
  };
}
