/**
 * What the bytes 0x80 to 0xFF mean in OEM code page 850, the console's in Western Europe; browsers have no decoder for it.
 * Code page 437 (United States) has the same letters from 0x80 to 0xA5.
 * Source: https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/PC/CP850.TXT
 */
// prettier-ignore
const UPPER_HALF = // cspell:disable-line
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ" + // cspell:disable-line
  "áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" + // cspell:disable-line
  "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀" + // cspell:disable-line
  "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0"; // cspell:disable-line

/** Decodes bytes of code page 850. */
export function decodeCodePage850(bytes: Uint8Array): string {
  // latin1 maps each byte to the code point of the same number, so that only the upper half is left to replace.
  const latin1 = new TextDecoder("windows-1252").decode(bytes.map((byte) => (byte < 0x80 ? byte : 0x3f)));
  let text = "";
  let from = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    text += latin1.slice(from, at) + UPPER_HALF[byte - 0x80]!;
    from = at + 1;
  }
  return text + latin1.slice(from);
}
