import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCodePage850 } from "../../../../../src/pool/formats/text/codePage850.ts";
import { detectEncoding } from "../../../../../src/pool/formats/text/detectEncoding.ts";
import { readText } from "../../../../../src/pool/formats/text/readText.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, bigEndian = false) =>
  Uint8Array.from(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return bigEndian ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );

/** Encodes in a single-byte page by looking each letter up among the 256 that the page has. */
function encode(text: string, page: string): Uint8Array<ArrayBuffer> {
  const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const letters = [...(page === "cp850" ? decodeCodePage850(all) : new TextDecoder(page).decode(all))];
  return Uint8Array.from(text, (letter) => {
    const byte = letters.indexOf(letter);
    if (byte < 0) throw new Error(`${letter} is not in ${page}`);
    return byte;
  });
}

const SPANISH = '"\\\\H\\Memoria\\Páginas/s","\\\\H\\Disco físico(_Total)\\Promedio de bytes"\r\n';
const GERMAN = "Größe; Auslagerungsdatei; Überläufe\r\nwährend der Prüfung\r\n";
const RUSSIAN = '"\\\\H\\Процесс(Idle)\\% загруженности процессора","\\\\H\\Память\\Доступно байт"\r\n';

describe("the encoding of a text log", () => {
  it.each([
    ["utf-8", utf8(SPANISH)],
    ["utf-8", utf8("plain ASCII is UTF-8 too\r\n")],
    ["utf-8", Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8(RUSSIAN))],
    ["utf-16le", Uint8Array.of(0xff, 0xfe, ...utf16(SPANISH))],
    ["utf-16be", Uint8Array.of(0xfe, 0xff, ...utf16(SPANISH, true))],
    ["utf-16le", utf16(SPANISH)],
    ["utf-16le", utf16(RUSSIAN)],
    ["utf-16be", utf16(RUSSIAN, true)],
    ["windows-1252", encode(SPANISH, "windows-1252")],
    ["windows-1252", encode(GERMAN, "windows-1252")],
    ["windows-1251", encode(RUSSIAN, "windows-1251")],
    ["ibm866", encode(RUSSIAN, "ibm866")],
    ["cp850", encode(SPANISH, "cp850")],
    ["cp850", encode(GERMAN, "cp850")],
  ])("is found to be %s, and its letters are right", async (encoding, bytes) => {
    const read = await readText(bytes);
    expect(read.encoding).toBe(encoding);
    expect([SPANISH, GERMAN, RUSSIAN, "plain ASCII is UTF-8 too\r\n"]).toContain(read.text);
  });

  it("is said where it was guessed, and not said where it is Unicode", async () => {
    expect((await readText(utf8(RUSSIAN))).problems).toEqual([]);
    expect((await readText(encode(RUSSIAN, "windows-1251"))).problems).toEqual([
      expect.objectContaining({ effect: "note", message: expect.stringContaining("windows-1251 (Cyrillic)") }),
    ]);
  });

  it("of another script is a doubt, not a silent guess", async () => {
    const { problems } = await readText(encode("Διαθέσιμα κιλομπάιτ μνήμης συστήματος\r\n", "windows-1253"));
    expect(problems).toEqual([
      expect.objectContaining({ effect: "doubt", message: expect.stringContaining("fit no known encoding") }),
    ]);
  });

  it("is not misled by a letter that is cut in two at the end of what is looked at", () => {
    const bytes = utf8("é".repeat(10));
    expect(detectEncoding(bytes.subarray(0, 19)).name).toBe("utf-8");
  });

  it("whose first part does not tell is doubted later", async () => {
    const bytes = new Uint8Array(2 << 20).fill(0x61);
    bytes[bytes.length - 5] = 0xe9;
    expect((await readText(bytes)).problems[0]).toMatchObject({ effect: "doubt" });
  });
});

describe("readText", () => {
  it("decodes code page 850 as Unicode's table has it", () => {
    expect(
      decodeCodePage850(Uint8Array.of(0x41, 0x80, 0x82, 0x84, 0x94, 0x81, 0xe1, 0xb5, 0xc9, 0xd5, 0xff, 0x7a)),
    ).toBe("AÇéäöüßÁ╔ı\u00a0z");
  });

  it("gives pasted text as it stands, without a mark", async () => {
    expect(await readText("\ufeffText\r\n")).toEqual({ text: "Text\r\n", encoding: "text", problems: [] });
  });

  it("reads a Blob over several pieces to the same text as bytes, in every encoding", async () => {
    const text = RUSSIAN.repeat(70_000);
    for (const bytes of [utf8(text), utf16(text), encode(RUSSIAN, "windows-1251")]) {
      expect((await readText(new Blob([bytes]))).text).toBe((await readText(bytes)).text);
    }
    expect((await readText(new Blob([utf8(text)]))).text).toBe(text);
  });

  it("stops when it is told to, and says so", async () => {
    expect(await readText(utf8("x"), { signal: AbortSignal.abort() })).toMatchObject({
      text: "",
      problems: [{ effect: "lost" }],
    });
  });

  it("returns for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        const { text, encoding } = await readText(bytes);
        expect(text.length).toBeLessThanOrEqual(bytes.length);
        expect(encoding).toMatch(/^(utf-8|utf-16[lb]e|windows-125[12]|ibm866|cp850)$/);
      }),
      { seed: 12, numRuns: 1000 },
    );
  });
});
