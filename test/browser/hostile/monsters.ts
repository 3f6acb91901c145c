/** Values that cost more to look at than they are worth, and a word of what is shown instead; undefined where anything will do. */
export const monsters: [name: string, text: string, shown: string][] = [
  ["a getter that throws", `({ get trap(): number { throw new Error("trap"); }, fine: 1 })`, "a getter, not called"],
  [
    "a getter that counts its calls",
    `let calls = 0;\nconst o = { get calls() { return ++calls; } };\nsetTimeout(() => { if (calls > 0) throw new Error("called"); });\n(o)`,
    "not called",
  ],
  [
    "a proxy that answers everything",
    `(new Proxy({}, { get: () => 666, has: () => true, ownKeys: () => ["forged"], getOwnPropertyDescriptor: () => ({ value: 666, configurable: true, enumerable: true }) }))`,
    "",
  ],
  [
    "a proxy that refuses everything",
    `const refuse = (): never => { throw new Error("no"); };\n(new Proxy({}, { get: refuse, has: refuse, ownKeys: refuse, getPrototypeOf: refuse, getOwnPropertyDescriptor: refuse }))`,
    "",
  ],
  ["a million keys", `const o: Record<string, number> = {};\nfor (let i = 0; i < 1e6; i++) o["k" + i] = i;\n(o)`, ""],
  [
    "a proxy that claims a million keys, ever again",
    `const keys = Array.from({ length: 1e6 }, (_, i) => "k" + i);\nconst make = (): any => new Proxy({}, { ownKeys: () => keys, getOwnPropertyDescriptor: () => ({ value: make(), configurable: true, enumerable: true }) });\nmake()`,
    "",
  ],
  ["objects a million deep", `let o: any = {};\nfor (let i = 0; i < 1e6; i++) o = { o };\n(o)`, "too deep"],
  ["a cycle", `const o: any = { name: "loop" };\no.self = o;\n(o)`, "stands in itself"],
  ["a then that never answers, on what is shown", `display({ then: () => undefined });\n"over"`, "over"],
  ["a text of 100 million characters", `"x".repeat(1e8)`, '"omitted":99934464'],
  ["an array with four billion holes", `const a: number[] = [];\na.length = 4294967295;\na[4294967294] = 1;\n(a)`, ""],
  ["500 MB of numbers", `new Float64Array(62_500_000)`, "62500000"],
  [
    "a million rows of a thousand columns, all one",
    `const row = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => ["c" + i, i]));\nArray.from({ length: 1e6 }, () => row)`,
    '"totalRows":1000000',
  ],
  ["a million displays", `for (let i = 0; i < 1e6; i++) display(i);\n"over"`, "more values were not shown"],
  [
    "a hundred displays of all that may be shown",
    `const rows = Array.from({ length: 5000 }, (_, i) => ({ i, text: "x".repeat(300) }));\nfor (let i = 0; i < 100; i++) display(rows);\n"over"`,
    "more values were not shown",
  ],
  [
    "a message that looks like the page's own",
    `({ type: "finished", run: 1, values: [], failed: false, milliseconds: 0 })`,
    "finished",
  ],
  ["a thrown proxy", `throw new Proxy({}, { has() { throw new Error("no"); } })`, "an object instead of an error"],
  ["an error with a million words", `throw new Error("x".repeat(1e7))`, "…"],
];
