import type { ProblemList } from "../../text/ProblemList.ts";
import { decodeControl } from "./control.ts";
import type { Irp } from "./Irp.ts";
import { locationAddress } from "./locationAddress.ts";

/** Says what in a request's listing does not fit together. */
export function checkIrp(irp: Irp, problems: ProblemList): void {
  const { address, current, currentAddress, locations, stackCount, line } = irp;
  if (stackCount !== undefined && locations.length > 0 && locations.length !== stackCount) {
    const message = `This request has ${String(stackCount)} stack locations, and ${String(locations.length)} are listed: the listing is cut, and the drivers are counted from its first line.`;
    problems.add("irp cut", line, "doubt", message);
  }
  if (address !== undefined && current !== undefined && currentAddress !== undefined) {
    const expected = locationAddress(address, current);
    if (expected !== undefined && expected !== currentAddress) {
      const message = `Location ${String(current)} of the request at ${address} lies at ${expected}, and ${currentAddress} is printed: a digit of one of them is wrong, or the command belongs to another listing.`;
      problems.add("irp address", line, "doubt", message);
    }
  }
  for (const { control, words, line: at } of locations) {
    const expected = decodeControl(control);
    if (words.join(" ") === expected.join(" ")) continue;
    const message = `The words say "${words.join(" ")}", and cl ${control.toString(16)} means "${expected.join(" ")}": one of them was changed after printing. The number is kept as printed.`;
    problems.add("irp words", at, "doubt", message);
  }
}
