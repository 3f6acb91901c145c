import { bytesBetween, type Address } from "../Address.ts";
import type { Module } from "./Module.ts";

/**
 * The loaded module that holds an address, of those that were listed: where one was listed several times, the listing with details.
 * Undefined where none of them does.
 */
export function findModule(modules: readonly Module[], address: Address): Module | undefined {
  const holding = modules.filter(
    ({ start, end, isUnloaded }) =>
      !isUnloaded &&
      start.length === address.length &&
      bytesBetween(start, address) >= 0 &&
      bytesBetween(address, end) > 0,
  );
  return holding.find(({ imagePath }) => imagePath !== undefined) ?? holding[0];
}
