/** The symbol so many bytes behind another: `myfault+0x161f` and 6 give `myfault+0x1625`. */
export function symbolBehind(symbol: string, bytes: number): string {
  const [, name = symbol, offset = "0"] = /^(.*?)\+0x([0-9a-f]{1,16})$/i.exec(symbol) ?? [];
  return `${name}+0x${(BigInt(`0x${offset}`) + BigInt(bytes)).toString(16)}`;
}
