/**
 * Counter names of other languages and their English name. A log holds the names of the display language of the machine
 * that recorded it, and nothing in it says which: only names with a source stand here, any other stays unknown.
 *
 * German: the Perflib string table and typeperf scripts published on GitHub. French: the default Windows counters in the French
 * documentation of Azure Monitor agents (https://learn.microsoft.com/fr-fr/azure/azure-monitor/agents/data-sources-performance-counters).
 */
const LOCALISED_COUNTERS: Record<string, string> = {
  "auslagerungsseiten (bytes)": "Pool Paged Bytes", // cspell:disable-line
  "nicht-auslagerungsseiten (bytes)": "Pool Nonpaged Bytes", // cspell:disable-line
  "octets de réserve paginée": "Pool Paged Bytes", // cspell:disable-line
  "octets de réserve non paginée": "Pool Nonpaged Bytes", // cspell:disable-line
};

/** Objects whose name is English and nothing else: their counters are English too. */
const ENGLISH_OBJECTS = new Set(
  (
    "memory|processor|processor information|paging file|physicaldisk|logicaldisk|network interface|network adapter|" +
    "server work queues|objects|thread|job object|job object details|print queue|terminal services|process v2|" +
    "numa node memory|synchronization|event tracing for windows|event tracing for windows session|" +
    "physical network interface card activity|energy meter|filesystem disk activity|smb server|smb server shares|" +
    "smb client shares|smb server sessions|system|server|cache|process|redirector|browser|tcpv4|tcpv6|udpv4|udpv6|ipv4|ipv6"
  ).split("|"),
);

/** Objects of that list that are spelled the same in another language: here the counter's name must be English as well. */
const SHARED_OBJECTS: Record<string, RegExp> = {
  system:
    /^(system up time|.*queue length|processes|threads|(context switches|system calls|file .*|alignment fixups|.*dispatches|floating emulations)\/sec|% registry quota in use)$/i,
  server:
    /^(bytes (total|received|transmitted)\/sec|(files|server) .*|sessions .*|errors .*|pool (nonpaged|paged) .*|work item shortages|context blocks queued\/sec|blocking requests rejected|logon.*|reconnected .*)$/i,
  cache: /^(.*\/sec|.*hits %|dirty pages|dirty page threshold)$/i,
  process:
    /^(% .* time|.* bytes( peak)?|.* bytes\/sec|io .* (operations|bytes)\/sec|handle count|thread count|id process|creating process id|elapsed time|priority base|page faults\/sec|working set.*)$/i,
  redirector: /.*\/sec|.* sessions|.* denied|.* errors|connects .*/i,
  browser: /.*\/sec|.* total|.* allocations|.* announcements/i,
  tcpv4: /^(connection.*|segments.*\/sec)$/i,
  tcpv6: /^(connection.*|segments.*\/sec)$/i,
  udpv4: /^datagrams.*$/i,
  udpv6: /^datagrams.*$/i,
  ipv4: /^(datagrams|fragment).*$/i,
  ipv6: /^(datagrams|fragment).*$/i,
};

/**
 * The English `\Object\Counter` of a counter, without machine and instance; undefined where the name is in a language that
 * the table has no source for.
 */
export function englishCounterPath(object: string, instance: string, counter: string): string | undefined {
  const localised = LOCALISED_COUNTERS[counter.toLowerCase().normalize("NFC")];
  // Memory and Process share these names; Memory has no instances, and Process always has.
  if (localised) return `\\${instance === "" ? "Memory" : "Process"}\\${localised}`;
  const name = object.toLowerCase();
  if (!ENGLISH_OBJECTS.has(name) || /[^\x20-\x7e]/.test(counter)) return undefined;
  const shared = SHARED_OBJECTS[name];
  return !shared || shared.test(counter) ? `\\${object}\\${counter}` : undefined;
}
