/** Which columns a stack has, as its header says. */
export interface StackColumns {
  /** `#`: frames are numbered, in hexadecimal */
  hasNumbers: boolean;
  /** `Memory` of `kf`: the frame's size */
  hasSizes: boolean;
  /** `Child-SP`, or `ChildEBP` */
  hasPointer: boolean;
  hasReturn: boolean;
  /** `Args to Child` */
  hasArguments: boolean;
}

const RE_HEADER =
  /^[ \t]{0,16}(# {0,4})?(Memory {1,4})?(?:(Child-SP|ChildEBP) {1,16})?(RetAddr)?(?:[ :]{1,20}(Args to Child))?(?:[ :]{0,64}(Call Site))?[ \t]{0,40}$/;

/** The columns that a header announces; undefined for any other line. */
export function parseStackHeader(text: string): StackColumns | undefined {
  if (text.length > 200) return undefined;
  const match = RE_HEADER.exec(text);
  if (!match || (match[4] === undefined && match[6] === undefined)) return undefined;
  return {
    hasNumbers: match[1] !== undefined,
    hasSizes: match[2] !== undefined,
    hasPointer: match[3] !== undefined,
    hasReturn: match[4] !== undefined,
    hasArguments: match[5] !== undefined,
  };
}

/** The commands that print a stack: `kn` numbers frames, `kb` and `kv` add arguments, `kc` gives names alone. */
export type StackCommand = "k" | "kn" | "kb" | "kv" | "kc";

/** The columns that a command prints; debuggers since Windows 10 number frames always. */
export function columnsOf(command: StackCommand, isNew: boolean): StackColumns {
  const isBare = command === "kc";
  return {
    hasNumbers: isNew || command === "kn",
    hasSizes: false,
    hasPointer: !isBare && command !== "kb",
    hasReturn: !isBare,
    hasArguments: command === "kb" || command === "kv",
  };
}

/** Arguments that stand in a row: four words on x64, three on x86. */
export function argumentCount(digits: 8 | 16): number {
  return digits === 16 ? 4 : 3;
}
