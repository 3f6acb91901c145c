import { allocation, driverImage, lookasideList, release } from "../../src/pool/simulator/kernel/driverCode.ts";
import { sharedTagText } from "./sharedTagText.ts";

const NONPAGED_NX = 0x200;
const PAGED = 1;
const bridgeSlots = { allocate: 0x8018, free: 0x8020 };
const hostSlots = { allocate: 0x6008, free: 0x6010 };

const drivers = [
  driverImage({
    ...{ name: "fsibridge", base: "fffff8076a510000", sizeBytes: 0x1_a000 },
    ...{ timestamp: "Thu Feb  9 13:44:31 2023 (63E4F83F)", fileVersion: "3.0.12.0" },
    ...{ company: "Fourth Coffee Systems", description: "Fourth Coffee Storage Bridge" },
    code: [
      { offset: 0x2e70, instructions: allocation("Wdm ", PAGED, 0x1a0, bridgeSlots) },
      { offset: 0x41c6, instructions: allocation("Wdm ", NONPAGED_NX, "esi", bridgeSlots) },
      { offset: 0x4b3a, instructions: release("Wdm ", bridgeSlots) },
    ],
  }),
  driverImage({
    ...{ name: "tspaudio", base: "fffff8076a6c0000", sizeBytes: 0x9000 },
    ...{ timestamp: "Tue Aug 30 08:21:17 2022 (630DC90D)", fileVersion: "1.4.2.0" },
    ...{ company: "Tailspin Toys", description: "Tailspin Remote Audio" },
    code: [{ offset: 0x1d28, instructions: allocation("Wdm ", NONPAGED_NX, 0x90, { allocate: 0x3010, free: 0x3018 }) }],
    texts: [{ offset: 0x2a40, text: "Tailspin Wdm audio port" }],
  }),
  driverImage({
    ...{ name: "gdhost", base: "fffff8076b050000", sizeBytes: 0x1_1000 },
    ...{ timestamp: "Mon Jun 12 17:02:58 2023 (64874F42)", fileVersion: "5.7.0.0" },
    ...{ company: "Graphic Design Institute", description: "Render Host" },
    code: [
      { offset: 0x1f5c, instructions: allocation("Wdm ", NONPAGED_NX, "edi", hostSlots) },
      { offset: 0x2308, instructions: lookasideList("Wdm ", 0x6018) },
      { offset: 0x2a91, instructions: release("Wdm ", hostSlots) },
    ],
  }),
];

/** RELECLOUD-SQL3: another machine with a shared tag, for the exercises' check. */
export const relecloudShared = {
  file: "shared.txt",
  command: "a kernel debugger over the network, .logopen, then the commands in the log",
  shows:
    "On RELECLOUD-SQL3 the tag Wdm stands in three drivers: at four places that allocate, three of them from nonpaged pool, at two that free, in a lookaside list and in a text; Wdm2 is taken.",
  text: sharedTagText({
    tag: "Wdm ",
    prompt: "0: kd",
    logFile: "D:\\cases\\relecloud-sql3\\shared.txt",
    drivers,
    relatives: [
      {
        tag: "Wdm ",
        nonpaged: { allocs: 640_512, frees: 587_777, blockBytes: 160 },
        paged: { allocs: 12_850, frees: 12_811, blockBytes: 432 },
      },
      { tag: "Wdm2", nonpaged: { allocs: 77, frees: 12, blockBytes: 2064 } },
    ],
  }),
};
