import { addToAddress, type Address } from "../Address.ts";

/** Sizes of IRP and IO_STACK_LOCATION, which have not changed since Windows 2000, by digits of an address. */
const SIZES: Record<number, { irp: number; location: number }> = {
  8: { irp: 0x70, location: 0x24 },
  16: { irp: 0xd0, location: 0x48 },
};

/** Where a request's stack location lies, counted from 1 for the lowest driver; undefined for an address of odd width. */
export function locationAddress(irp: Address, number: number): Address | undefined {
  const sizes = SIZES[irp.length];
  return sizes && addToAddress(irp, sizes.irp + (number - 1) * sizes.location);
}
