import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeInstruction } from "../../../../../../src/pool/formats/windbg/code/decodeInstruction.ts";
import { describeHit } from "../../../../../../src/pool/formats/windbg/code/describeHit.ts";
import { describeTagSite } from "../../../../../../src/pool/formats/windbg/code/describeTagSite.ts";
import { parseInstruction } from "../../../../../../src/pool/formats/windbg/code/parseInstruction.ts";
import { poolOfArgument } from "../../../../../../src/pool/formats/windbg/code/poolTypes.ts";

const bytesOf = (text: string) => Uint8Array.from(text.split(" ").filter(Boolean), (byte) => parseInt(byte, 16));

describe("the bytes around a tag say what it is", () => {
  test.each([
    // mov r8d,tag; then the pool type and the call, in the forms that compilers write
    ["41 b8", "8b d7 33 c9 ff 15 e3 09 00 00", "allocate", "NonPagedPool"],
    ["41 b8", "8b d6 b9 01 00 00 00 ff 15 58 0c 00 00", "allocate", "PagedPool"],
    ["41 b8", "48 8b d6 b9 00 02 00 00 48 ff 15 11 22 33 44 0f 1f 44 00 00", "allocate", "NonPagedPoolNx"],
    ["41 b8", "b9 40 00 00 00 48 ff 15 11 22 33 44 0f 1f 44 00 00", "allocate", "POOL_FLAG_NON_PAGED"],
    ["41 b8", "b9 80 00 00 00 e8 01 02 03 04", "allocate", "POOL_FLAG_NON_PAGED_EXECUTE"],
    ["41 b8", "b9 00 01 00 00 e8 01 02 03 04", "allocate", "POOL_FLAG_PAGED"],
    ["41 b8", "b9 42 00 00 00 e8 01 02 03 04", "allocate", "POOL_FLAG_NON_PAGED"],
    ["41 b8", "6a 01 59 e8 01 02 03 04", "allocate", "PagedPool"],
    // the last value counts
    ["41 b8", "33 c9 b9 01 00 00 00 ff 15 e3 09 00 00", "allocate", "PagedPool"],
    // lea ecx,[r9-3]: computed, so not said
    ["41 b8", "3b c1 0f 42 c1 41 8d 49 fd 8b d0 ff 15 00 00 00 00", "allocate", undefined],
    // xor r9d,r9d is not ecx; 45 33 c9 has REX bits
    ["41 b8", "45 33 c9 8b d7 ff 15 e3 09 00 00", "allocate", undefined],
    // a jump ends what is known
    ["41 b8", "eb 02 33 c9 ff 15 e3 09 00 00", "allocate", undefined],
    ["41 b8", "", "allocate", undefined],
    ["ba", "48 8b c8 ff 15 4a 09 00 00", "free", undefined],
    ["41 ba", "48 8b c8", "unknown", undefined],
    ["41 b9", "48 8b c8", "unknown", undefined],
    ["c7 44 24 28", "48 8d 0d 11 22 00 00", "stored", undefined],
    ["c7 84 24 80 00 00 00", "48 8d", "stored", undefined],
    ["c7 43 08", "48 8d", "stored", undefined],
    ["c7 05 11 22 33 44", "48 8d", "stored", undefined],
    ["c7 83 11 22 33 44", "48 8d", "stored", undefined],
    ["81 78 04", "75 03", "unknown", undefined],
    ["3d", "75 03", "unknown", undefined],
    ["00", "44 65 74 65 63 74", "string", undefined],
    ["6d 79 20 4d 65 6d", "00 00 00 00", "string", undefined],
    ["", "44 65 74 65 63 74", "string", undefined],
    ["", "8b d7 33 c9 ff 15", "unknown", undefined],
    ["", "", "unknown", undefined],
    ["0f 55 44", "01 02", "unknown", undefined],
  ])("%s Leak %s", (before, after, kind, poolType) => {
    const site = describeTagSite(bytesOf(before), "Leak", bytesOf(after));
    expect([site.kind, site.poolType]).toEqual([kind, poolType]);
    expect(site.pool).toBe(
      poolType === undefined
        ? undefined
        : /^PAGED|^Paged|_PAGED$/.test(poolType.replace("NON_PAGED", ""))
          ? "paged"
          : "nonpaged",
    );
  });

  test.each([
    ["68", "6a 20 6a 01 ff 15 01 02 03 04", "allocate", "PagedPool"],
    ["68", "50 6a 00 e8 01 02 03 04", "allocate", "NonPagedPool"],
    ["68", "ff 75 08 56 e8 01 02 03 04", "allocate", undefined],
    ["68", "57 ff 15 01 02 03 04", "free", undefined],
    ["68", "57", "unknown", undefined],
    ["68", "e8 01 02 03 04", "unknown", undefined],
    ["c7 46 08", "5f c3", "stored", undefined],
    ["41 b8", "33 c9", "unknown", undefined],
  ])("on x86: %s Leak %s", (before, after, kind, poolType) => {
    const site = describeTagSite(bytesOf(before), "Leak", bytesOf(after), { bits: 32 });
    expect([site.kind, site.poolType]).toEqual([kind, poolType]);
  });
});

test.each([
  ["call    qword ptr [drv!_imp_ExAllocatePoolWithTag (fffff880`05a20012)]", "allocate", "ExAllocatePoolWithTag"],
  ["call    drv!FltFreePoolAlignedWithTag (fffff880`05a20012)", "free", "FltFreePoolAlignedWithTag"],
  [
    "call    qword ptr [drv!_imp_ExInitializeNPagedLookasideList (fffff880`05a20012)]",
    "stored",
    "ExInitializeNPagedLookasideList",
  ],
  ["call    qword ptr [drv+0x2012 (fffff880`05a20012)]", "allocate", undefined],
])("a symbol decides: %s", (call, kind, routine) => {
  const rows = [
    "fffff880`05a1f61a b901000000      mov     ecx,1",
    "fffff880`05a1f61f 41b84c65616b    mov     r8d,6B61654Ch",
    "fffff880`05a1f625 8bd7            mov     edx,edi",
    `fffff880\`05a1f627 ff15e3090000    ${call}`,
  ];
  const instructions = rows.map((row, at) => parseInstruction(row, at + 1)!);
  const hit = {
    text: "Leak",
    address: "fffff88005a1f621",
    bytes: bytesOf("4c 65 61 6b 8b d7 ff 15 e3 09 00 00"),
    line: 1,
  };
  const site = describeHit(hit, { instructions, memory: [] });
  expect([site.kind, site.routine, site.poolType]).toEqual([
    kind,
    routine,
    kind === "allocate" ? "PagedPool" : undefined,
  ]);
});

test("a protected tag is told by its top bit", () => {
  const hit = { text: "Leak", address: "fffff88005a1f621", bytes: bytesOf("4c 65 61 eb"), line: 1 };
  const memory = [
    {
      command: "db",
      symbol: undefined,
      address: "fffff88005a1f61f",
      bytes: bytesOf("41 b8 4c 65 61 eb 33 c9 e8 01 02 03 04"),
      line: 1,
    },
  ];
  expect(describeHit(hit, { instructions: [], memory })).toMatchObject({
    kind: "allocate",
    pool: "nonpaged",
    isProtected: true,
  });
});

test.each([
  [0, "nonpaged", "NonPagedPool"],
  [1, "paged", "PagedPool"],
  [0x11, "paged", "PagedPool"],
  [0x200, "nonpaged", "NonPagedPoolNx"],
  [0x21, "paged", "PagedPoolSession"],
  [0x41, "nonpaged", "POOL_FLAG_NON_PAGED"],
  [0x103, "paged", "POOL_FLAG_PAGED"],
  [0xc0, undefined, undefined],
  [0x12345678, undefined, undefined],
])("the argument %i asks for %s", (value, pool, name) => {
  const found = poolOfArgument(value);
  expect([found?.pool, found?.name]).toEqual([pool, name]);
});

test.each([
  ["48 89 7c 24 20", 64],
  ["41 b9 07 00 00 00", 64],
  ["4c 8b 84 24 e8 00 00 00", 64],
  ["4d 8b 00", 64],
  ["e8 c6 da ff ff", 64],
  ["0f 1f 44 00 00", 64],
  ["48 8d 0d 11 22 00 00", 64],
  ["66 89 44 24 20", 64],
  ["66 81 38 4d 5a", 64],
  ["f0 48 0f c1 11", 64],
  ["48 b8 01 02 03 04 05 06 07 08", 64],
  ["f7 45 08 01 00 00 00", 64],
  ["f7 d8", 64],
  ["0f 84 01 02 03 04", 64],
  ["8b 04 85 01 02 03 04", 64],
  ["40", 32],
  ["a9 01 02 03 04", 32],
] as const)("the instruction %s is as long as it is", (text, bits) => {
  const bytes = bytesOf(text);
  expect(decodeInstruction(Uint8Array.of(...bytes, 0x90, 0x90, 0x90, 0x90), 0, bits)?.length).toBe(bytes.length);
  expect(decodeInstruction(bytes.subarray(0, -1), 0, bits)).toBeUndefined();
});

test("any bytes are answered, and nothing is said of a pool where nothing allocates", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 20 }),
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(32 as const, 64 as const),
      (before, after, bits) => {
        const site = describeTagSite(before, "Leak", after, { bits });
        if (site.kind !== "allocate") expect([site.pool, site.poolType]).toEqual([undefined, undefined]);
        expect(site.reason).toMatch(/\.$|L20\.$/);
      },
    ),
    { seed: 3, numRuns: 2000 },
  );
});
