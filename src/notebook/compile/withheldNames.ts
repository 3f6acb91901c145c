const noPage = "A cell runs in a worker without a page: end it with a value, or show more with display(value).";
const noNetwork = 'A cell has no network: it reads the logs of its lesson with await log("…").';
const noConsole = "A cell has no console: show a value with display(value).";
const noStorage = "A cell keeps nothing between visits: it has no storage.";
const noMessages = "A cell sends no messages: end it with a value, or show more with display(value).";
const noTimers = "A cell is over when its last line has run: a repeating timer would outlive it.";
const noCode = "A cell runs the code it shows: it cannot make code from text.";
const noNode = "A cell runs in the browser too: it has nothing of Node.";
const noRandom = "A cell gives the same value on every run: use Math.random(), whose numbers repeat.";

/** Globals that a cell cannot use, with the sentence that says so and what to do instead. */
const withheld: Record<string, string> = {
  window: noPage,
  document: noPage,
  alert: noPage,
  confirm: noPage,
  prompt: noPage,
  requestAnimationFrame: noPage,
  OffscreenCanvas: noPage,
  fetch: noNetwork,
  XMLHttpRequest: noNetwork,
  WebSocket: noNetwork,
  EventSource: noNetwork,
  WebTransport: noNetwork,
  importScripts: noNetwork,
  console: noConsole,
  localStorage: noStorage,
  sessionStorage: noStorage,
  indexedDB: noStorage,
  caches: noStorage,
  postMessage: noMessages,
  BroadcastChannel: noMessages,
  MessageChannel: noMessages,
  MessagePort: noMessages,
  Worker: noMessages,
  SharedWorker: noMessages,
  self: noMessages,
  setInterval: noTimers,
  setImmediate: noTimers,
  eval: noCode,
  Function: noCode,
  process: noNode,
  Buffer: noNode,
  require: noNode,
  module: noNode,
  exports: noNode,
  __dirname: noNode,
  __filename: noNode,
  crypto: noRandom,
  arguments: "“arguments” exists only inside a function: name the value you mean.",
};

/** Why a cell cannot use a global, in a sentence; undefined when it can, or when nobody knows the name. */
export function whyWithheld(name: string): string | undefined {
  return Object.hasOwn(withheld, name) ? withheld[name] : undefined;
}

/** What every cell is handed; a cell cannot declare these at its top level. */
export const handedNames: readonly string[] = ["log", "display", "input"];
