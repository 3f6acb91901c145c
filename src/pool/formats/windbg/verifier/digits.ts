/** A number in hexadecimal digits, at least eight of them, as the tools print counts and bytes. */
export function eightDigits(value: number): string {
  return (Number.isNaN(value) ? 0 : value).toString(16).padStart(8, "0");
}
