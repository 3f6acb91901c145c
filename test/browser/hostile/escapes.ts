/**
 * Ways out of the sandbox. Each is the body of an async function that gives something truthy when it got out; `the` is the
 * worker's global scope, ADDRESS an address of the site's own server, WS the same for a socket, STUN a socket that listens.
 */
export const escapes: [name: string, body: string][] = [
  // the network
  ["fetch", `return the.fetch("ADDRESS")`],
  ["a fetch that outlives its page", `return the.fetch("ADDRESS", { method: "POST", body: "log", keepalive: true })`],
  ["a fetch without the rules of origins", `return the.fetch("ADDRESS", { mode: "no-cors", credentials: "include" })`],
  [
    "XMLHttpRequest",
    `const x = new the.XMLHttpRequest(); x.open("GET", "ADDRESS", false); x.send(); return x.status > 0`,
  ],
  [
    "WebSocket",
    `return new Promise((ok, no) => { const s = new the.WebSocket("WS"); s.onopen = ok; s.onerror = () => no(new Error()); })`,
  ],
  [
    "EventSource",
    `return new Promise((ok, no) => { const s = new the.EventSource("ADDRESS"); s.onopen = ok; s.onerror = () => no(new Error()); })`,
  ],
  ["WebTransport", `const t = new the.WebTransport("ADDRESS"); await t.ready; return true`],
  [
    "WebRTC",
    `const c = new the.RTCPeerConnection({ iceServers: [{ urls: "STUN" }] }); c.createDataChannel("log");
     await c.setLocalDescription(await c.createOffer()); await new Promise((ok) => setTimeout(ok, 500)); return true`,
  ],
  ["a beacon", `return the.navigator.sendBeacon("ADDRESS", "log")`],
  ["the import of a URL", `return import("ADDRESS")`],
  ["the import of JSON", `return import("ADDRESS", { with: { type: "json" } })`],
  ["the import of a data: text", `return import("data:text/javascript,export default 1")`],
  ["importScripts", `the.importScripts("ADDRESS"); return true`],
  ["a font", `return new the.FontFace("stolen", "url(ADDRESS)").load()`],
  ["WebAssembly that is fetched", `return the.WebAssembly.compileStreaming(the.fetch("ADDRESS"))`],
  // more threads
  [
    "a worker from a URL",
    `return new Promise((ok, no) => { const w = new the.Worker("ADDRESS"); w.onerror = no; w.onmessage = ok; })`,
  ],
  [
    "a nested worker that fetches",
    `const text = 'fetch("ADDRESS").then(() => postMessage(true), () => postMessage(false))';
     const w = new the.Worker(the.URL.createObjectURL(new Blob([text], { type: "text/javascript" })));
     return new Promise((ok, no) => { w.onmessage = ({ data }) => ok(data); w.onerror = () => no(new Error()); })`,
  ],
  [
    "a worker in a nested worker that imports",
    `const inner = 'try { importScripts("ADDRESS"); postMessage(true) } catch { postMessage(false) }';
     const outer = 'const w = new Worker(URL.createObjectURL(new Blob([' + JSON.stringify(inner) + ']))); w.onmessage = ({ data }) => postMessage(data); w.onerror = () => postMessage(false)';
     const w = new the.Worker(the.URL.createObjectURL(new Blob([outer])));
     return new Promise((ok, no) => { w.onmessage = ({ data }) => ok(data); w.onerror = () => no(new Error()); })`,
  ],
  [
    "a shared worker",
    `return new Promise((ok, no) => { const w = new the.SharedWorker("ADDRESS"); w.onerror = no; w.port.onmessage = ok; })`,
  ],
  ["a service worker", `return the.navigator.serviceWorker.register("ADDRESS")`],
  // code from text
  ["eval", `return the.eval("1")`],
  ["the Function constructor", `return (() => {}).constructor("return 1")()`],
  ["the constructor of async functions", `return (async () => {}).constructor("return 1")()`],
  ["the constructor of generators", `return (function* () {}).constructor("yield 1")().next().value`],
  [
    "a timer with a text",
    `the.reached = false; the.setTimeout("self.reached = true"); await new Promise((ok) => setTimeout(ok, 50)); return the.reached`,
  ],
  // what stays behind
  ["localStorage", `the.localStorage.setItem("stolen", "1"); return true`],
  ["sessionStorage", `the.sessionStorage.setItem("stolen", "1"); return true`],
  [
    "indexedDB",
    `return new Promise((ok, no) => { const r = the.indexedDB.open("stolen"); r.onsuccess = ok; r.onerror = () => no(new Error()); })`,
  ],
  // WebKit lets an opaque origin have a cache: what one sandbox keeps there must not be found by the next.
  [
    "the cache of responses",
    `const c = await the.caches.open("stolen"); const found = await c.match("https://stolen.invalid/");
     await c.put("https://stolen.invalid/", new the.Response("1")); return found`,
  ],
  ["the file system of the origin", `return the.navigator.storage.getDirectory()`],
  ["storage that persists", `return the.navigator.storage.persist()`],
  ["a bucket of storage", `return the.navigator.storageBuckets.open("stolen")`],
  ["the cookie store", `await the.cookieStore.set("stolen", "1"); return true`],
  ["document.cookie", `the.document.cookie = "stolen=1"; return true`],
  ["a lock", `return the.navigator.locks.request("stolen", () => true)`],
  // the page around it
  ["parent", `the.parent.postMessage("stolen", "*"); return true`],
  ["top", `the.top.postMessage("stolen", "*"); return true`],
  ["opener", `the.opener.postMessage("stolen", "*"); return true`],
  ["frames", `return the.frames.length >= 0`],
  ["document", `return the.document.body`],
  ["window", `return the.window.document`],
  [
    "a broadcast to the site's pages",
    `new the.BroadcastChannel("stolen").postMessage("stolen"); await new Promise((ok) => setTimeout(ok, 50)); return false`,
  ],
  [
    "navigation by location.href",
    `the.location.href = "ADDRESS"; await new Promise((ok) => setTimeout(ok, 50)); return the.location.href.includes("stolen")`,
  ],
  ["navigation by location.assign", `the.location.assign("ADDRESS"); return true`],
  ["a new window", `return the.open("ADDRESS")`],
  ["a window of a client", `return the.clients.openWindow("ADDRESS")`],
  ["a notification", `new the.Notification("stolen"); return the.Notification.permission === "granted"`],
];
