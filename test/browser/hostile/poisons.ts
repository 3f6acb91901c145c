/** What a cell may try to change of the realm that later cells run in. Each is a piece of a cell's text. */
export const poisons: [name: string, text: string][] = [
  ["Array.prototype.push", `Array.prototype.push = function () { return 0; };`],
  ["Array.prototype.map", `Array.prototype.map = () => [666];`],
  ["Array.prototype[Symbol.iterator]", `(Array.prototype as any)[Symbol.iterator] = function* () { yield 666; };`],
  ["the iterator of arrays", `Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true, value: 666 });`],
  ["the iterator of maps", `Object.getPrototypeOf(new Map().keys()).next = () => ({ done: true, value: 666 });`],
  [
    "the elements of every array",
    `Object.defineProperty(Array.prototype, "0", { get: () => 666, set() {}, configurable: true });`,
  ],
  ["Map.prototype.get", `Map.prototype.get = () => 666;`],
  ["Object.entries", `Object.entries = () => [["forged", 666]] as any;`],
  ["Object.fromEntries", `Object.fromEntries = () => ({ forged: 666 }) as any;`],
  [
    "a setter on Object.prototype",
    `Object.defineProperty(Object.prototype, "value", { set() {}, get: () => 666, configurable: true });`,
  ],
  ["settings on Object.prototype", `(Object.prototype as any).settings = { hoursInACycle: 1 };`],
  ["toJSON on Object.prototype", `(Object.prototype as any).toJSON = () => 666;`],
  ["then on Object.prototype", `(Object.prototype as any).then = (ok: any) => ok({ value: 666, names: {} });`],
  ["Promise.prototype.then", `Promise.prototype.then = function (ok: any) { ok(666); return this; } as any;`],
  ["Promise.prototype.constructor", `Object.defineProperty(Promise.prototype, "constructor", { get: () => null });`],
  ["JSON.stringify", `JSON.stringify = () => "666";`],
  ["Reflect.apply", `Reflect.apply = () => 666;`],
  [
    "Function.prototype.call, apply and bind",
    `for (const name of ["call", "apply", "bind"]) try { (Object.getPrototypeOf(() => 1) as any)[name] = () => 666; } catch {}`,
  ],
  [
    "Error.prepareStackTrace",
    `(Error as any).prepareStackTrace = (_: any, frames: any[]) => frames.map((frame) => frame.getThis?.());`,
  ],
  [
    "Blob.prototype.text and stream",
    `for (const name of ["text", "stream", "arrayBuffer", "slice"]) try { (Blob.prototype as any)[name] = async () => "666"; } catch {}`,
  ],
  ["String.prototype.split", `String.prototype.split = () => ["666"];`],
  ["RegExp.prototype.exec", `RegExp.prototype.exec = () => null;`],
  [
    "Number.isFinite and Math.max",
    `for (const change of [() => (Number.isFinite = () => false), () => (Math.max = () => 666)]) try { change(); } catch {}`,
  ],
  ["TextDecoder.prototype.decode", `TextDecoder.prototype.decode = () => "666";`],
  ["the numbers of typed arrays", `Object.getPrototypeOf(Float64Array.prototype).subarray = () => [666];`],
  ["generators", `Object.getPrototypeOf(Object.getPrototypeOf((function* () {})())).next = () => ({ done: true });`],
  [
    "the global Map, Array and Float64Array",
    `for (const name of ["Map", "Array", "Float64Array"]) try { (globalThis as any)[name] = class {}; } catch {}`,
  ],
  [
    "what is not there any more, by deleting it",
    `for (const name of ["Object", "Map", "JSON", "Promise"]) try { delete (globalThis as any)[name]; } catch {}`,
  ],
  [
    "the scope, by freezing it",
    `Object.freeze(globalThis); Object.freeze(Object.prototype); Object.freeze(Array.prototype);`,
  ],
  [
    "prototypes, by setting others",
    `for (const one of [Array, Map, Promise]) try { Object.setPrototypeOf(one.prototype, null); } catch {}`,
  ],
  ["the library's functions", `(fitLine as any).call = () => 666; Object.setPrototypeOf(fitLine, null);`],
  [
    "what another cell shares",
    `try { (counters as any).counters = []; } catch {} try { (counters as any).push(1); } catch {}`,
  ],
];
