/** A word that `!irp` prints for a bit of IO_STACK_LOCATION.Control, the column cl. */
export type ControlWord = "Success" | "Error" | "Cancel" | "pending";

/**
 * In the order of printing. SL_ERROR_RETURNED (0x02) has no word. Bits: wdm.h; the words:
 * https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/-irp
 */
export const CONTROL_BITS: readonly { bit: number; word: ControlWord; name: string; meaning: string }[] = [
  {
    bit: 0x40,
    word: "Success",
    name: "SL_INVOKE_ON_SUCCESS",
    meaning: "the completion routine will be called if the request succeeds",
  },
  {
    bit: 0x80,
    word: "Error",
    name: "SL_INVOKE_ON_ERROR",
    meaning: "the completion routine will be called if the request fails",
  },
  {
    bit: 0x20,
    word: "Cancel",
    name: "SL_INVOKE_ON_CANCEL",
    meaning: "the completion routine will be called if the request was cancelled",
  },
  {
    bit: 0x01,
    word: "pending",
    name: "SL_PENDING_RETURNED",
    meaning: "the driver of this location marked the request pending",
  },
];

/** The bits that name conditions for calling the completion routine. */
export const INVOKE_BITS = 0xe0;

/** The words that `!irp` prints for a control byte, in its order. */
export function decodeControl(control: number): ControlWord[] {
  return CONTROL_BITS.filter(({ bit }) => (control & bit) !== 0).map(({ word }) => word);
}

/** The control byte that the words stand for; undefined if one of them is none of `!irp`'s. */
export function encodeControl(words: readonly string[]): number | undefined {
  let control = 0;
  for (const word of words) {
    const known = CONTROL_BITS.find((one) => one.word === word);
    if (!known) return undefined;
    control |= known.bit;
  }
  return control;
}
