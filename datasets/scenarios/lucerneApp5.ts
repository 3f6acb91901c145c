import { allocation, driverImage, lookasideList, release } from "../../src/pool/simulator/kernel/driverCode.ts";
import { sharedTagText } from "./sharedTagText.ts";

const NONPAGED_NX = 0x200;
const PAGED = 1;
const scanSlots = { allocate: 0x7020, free: 0x7028 };
const shareSlots = { allocate: 0x5010, free: 0x5018 };

const drivers = [
  driverImage({
    ...{ name: "trkbus", base: "fffff8021c340000", sizeBytes: 0xd000 },
    ...{ timestamp: "Wed Nov 21 11:05:19 2018 (5BF53BEF)", fileVersion: "1.0.9.0" },
    ...{ company: "Trey Research", description: "Trey Research Bus Enumerator" },
    code: [
      { offset: 0x11b4, instructions: allocation("Ddk ", NONPAGED_NX, 0x7f0, { allocate: 0x4008, free: 0x4010 }) },
    ],
    texts: [{ offset: 0x3120, text: "Based on the Ddk sample toaster" }],
  }),
  driverImage({
    ...{ name: "lpscan", base: "fffff8021d1c0000", sizeBytes: 0x2_1000 },
    ...{ timestamp: "Fri Oct 13 09:12:44 2023 (65290A0C)", fileVersion: "7.3.0.411" },
    ...{ company: "Lucerne Publishing", description: "Lucerne On-Access Scanner" },
    code: [
      { offset: 0x5a40, instructions: allocation("Ddk ", NONPAGED_NX, 0x580, scanSlots) },
      { offset: 0x5f12, instructions: allocation("Ddk ", PAGED, "esi", scanSlots) },
      { offset: 0x6c18, instructions: release("Ddk ", scanSlots) },
    ],
  }),
  driverImage({
    ...{ name: "cohoshr", base: "fffff8021d220000", sizeBytes: 0x1_4000 },
    ...{ timestamp: "Mon May 15 16:30:02 2023 (64625E0A)", fileVersion: "2.18.5.0" },
    ...{ company: "Coho Winery Networks", description: "Coho Shared Folders" },
    code: [
      { offset: 0x2c04, instructions: lookasideList("Ddk ", 0x5020) },
      { offset: 0x3388, instructions: allocation("Ddk ", NONPAGED_NX, 0x290, shareSlots) },
      { offset: 0x38d2, instructions: release("Ddk ", shareSlots) },
    ],
  }),
];

/** LUCERNE-APP5: three drivers share the tag of the driver kit's examples, and two have put a digit of their own behind it already. */
export const lucerneShared = {
  file: "shared.txt",
  command: "a kernel debugger over the network, .logopen, then the commands in the log",
  shows:
    "On LUCERNE-APP5 the tag Ddk stands in three drivers: at four places that allocate, three of them from nonpaged pool, at two that free, in a lookaside list and in a text; Ddk1 and Ddk3 are taken.",
  text: sharedTagText({
    tag: "Ddk ",
    prompt: "2: kd",
    logFile: "C:\\cases\\lucerne-app5\\shared.txt",
    drivers,
    relatives: [
      {
        tag: "Ddk ",
        nonpaged: { allocs: 1_953_798, frees: 1_579_820, blockBytes: 1424 },
        paged: { allocs: 88_204, frees: 88_190, blockBytes: 272 },
      },
      { tag: "Ddk1", nonpaged: { allocs: 412, frees: 96, blockBytes: 1104 } },
      { tag: "Ddk3", paged: { allocs: 5_127, frees: 5_093, blockBytes: 528 } },
    ],
  }),
};
