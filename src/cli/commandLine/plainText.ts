/**
 * Text out of somebody else's log, safe to print: a control character in it could move the cursor, rename the window or, pasted
 * on, press Enter.
 */
export function plainText(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "\ufffd");
}
