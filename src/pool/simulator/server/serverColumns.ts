import type { CounterSource } from "../CounterSource.ts";
import type { CounterColumn } from "../PerfmonCollector.ts";
import { TICKS_PER_SECOND, type Server } from "./windowsServer.ts";

/**
 * The counters of a log in the order of a data collector set. `long` is for short recordings; `short` leaves out most rates, whose
 * 17 digits are what makes a week's log large.
 */
export function serverColumns(server: Server, extent: "long" | "short", adapter: string): CounterColumn[] {
  const columns = [...memoryColumns(), ...sharingColumns(), ...systemColumns(), ...processorColumns(server)];
  for (const disk of server.disks) columns.push(...diskColumns(disk));
  columns.push(...networkColumns(adapter));
  for (const { name } of server.processes) columns.push(...processColumns(name));
  return extent === "long" ? columns : columns.filter(isInShortLog);
}

function column(object: string, instance: string, counter: string, source: CounterSource): CounterColumn {
  return { object, instance, counter, source };
}

const gauge = (name: string): CounterSource => ({ of: "gauge", name });
const rate = (...meters: string[]): CounterSource => ({ of: "rate", meters });

function memoryColumns(): CounterColumn[] {
  const memory = (counter: string, source: CounterSource) => column("Memory", "", counter, source);
  return [
    memory("Available MBytes", { of: "memory", what: "availableMegabytes" }),
    memory("Committed Bytes", { of: "memory", what: "committedBytes" }),
    memory("Commit Limit", { of: "memory", what: "commitLimitBytes" }),
    memory("% Committed Bytes In Use", { of: "memory", what: "commitPercent" }),
    memory("Pool Paged Bytes", { of: "pool", pool: "paged", what: "bytes" }),
    memory("Pool Nonpaged Bytes", { of: "pool", pool: "nonpaged", what: "bytes" }),
    memory("Pool Paged Allocs", { of: "pool", pool: "paged", what: "blocks" }),
    memory("Pool Nonpaged Allocs", { of: "pool", pool: "nonpaged", what: "blocks" }),
    memory("Pool Paged Resident Bytes", { of: "pool", pool: "paged", what: "residentBytes" }),
    memory("Free System Page Table Entries", gauge("free page table entries")),
    memory("Cache Bytes", gauge("cache")),
    memory("Modified Page List Bytes", gauge("modified pages")),
    memory("System Driver Resident Bytes", gauge("system drivers")),
    memory("System Code Resident Bytes", gauge("kernel code")),
    memory("Page Faults/sec", rate("page faults")),
    memory("Demand Zero Faults/sec", rate("demand zero faults")),
    memory("Transition Faults/sec", rate("transition faults")),
    memory("Cache Faults/sec", rate("cache faults")),
    memory("Pages/sec", rate("pages input", "pages output")),
    memory("Pages Input/sec", rate("pages input")),
  ];
}

function sharingColumns(): CounterColumn[] {
  const server = (counter: string, source: CounterSource) => column("Server", "", counter, source);
  return [
    server("Bytes Total/sec", rate("sharing received", "sharing sent")),
    server("Bytes Received/sec", rate("sharing received")),
    server("Bytes Transmitted/sec", rate("sharing sent")),
    server("Server Sessions", gauge("sessions")),
    server("Files Open", gauge("files open")),
    server("Pool Nonpaged Failures", rate("pool failures")),
  ];
}

function systemColumns(): CounterColumn[] {
  const system = (counter: string, source: CounterSource) => column("System", "", counter, source);
  return [
    system("System Up Time", { of: "upTime" }),
    system("Processes", gauge("processes")),
    system("Threads", gauge("threads")),
    system("Processor Queue Length", gauge("processor queue")),
    system("Context Switches/sec", rate("context switches")),
    system("System Calls/sec", rate("system calls")),
    system("File Read Operations/sec", rate("file reads")),
    system("File Write Operations/sec", rate("file writes")),
    system("File Control Operations/sec", rate("file controls")),
    column("Objects", "", "Mutexes", gauge("mutexes")),
  ];
}

function processorColumns({ processors }: Server): CounterColumn[] {
  const numbers = Array.from({ length: processors }, (_, number) => number);
  const both = (number: number) => [`processor ${number} user`, `processor ${number} privileged`];
  const percent = (counter: string, instance: string, meters: string[], count: number) =>
    column("Processor", instance, counter, { of: "percent", meters, mostPerSecond: TICKS_PER_SECOND * count });
  return [
    percent("% Processor Time", "_Total", numbers.flatMap(both), processors),
    percent(
      "% Privileged Time",
      "_Total",
      numbers.map((number) => `processor ${number} privileged`),
      processors,
    ),
    ...numbers.slice(0, 2).map((number) => percent("% Processor Time", String(number), both(number), 1)),
    column("Processor", "_Total", "Interrupts/sec", rate("interrupts")),
  ];
}

function diskColumns(disk: string): CounterColumn[] {
  const of = (counter: string, source: CounterSource) => column("PhysicalDisk", disk, counter, source);
  const [reads, writes] = [`disk ${disk} reads`, `disk ${disk} writes`];
  return [
    of("% Idle Time", { of: "percent", meters: [`disk ${disk} busy`], mostPerSecond: 10_000_000, idle: true }),
    of("Current Disk Queue Length", gauge(`disk ${disk} queue`)),
    of("Disk Transfers/sec", rate(reads, writes)),
    of("Avg. Disk sec/Transfer", { of: "quotient", meter: `disk ${disk} busy`, per: [reads, writes], scale: 1e-7 }),
    of("Disk Bytes/sec", rate(`disk ${disk} read bytes`, `disk ${disk} write bytes`)),
  ];
}

function networkColumns(adapter: string): CounterColumn[] {
  const of = (counter: string, source: CounterSource) => column("Network Interface", adapter, counter, source);
  return [
    of("Bytes Received/sec", rate("sharing received", "other received")),
    of("Bytes Sent/sec", rate("sharing sent", "other sent")),
    of("Packets/sec", rate("packets received", "packets sent")),
    column("TCPv4", "", "Connections Established", gauge("connections established")),
    column("TCPv4", "", "Connections Passive", gauge("connections passive")),
    column("TCPv4", "", "Segments/sec", rate("segments")),
  ];
}

function processColumns(name: string): CounterColumn[] {
  const of = (counter: string, gaugeName: string) => column("Process", name, counter, gauge(`${name} ${gaugeName}`));
  return [
    of("Handle Count", "handles"),
    of("Pool Nonpaged Bytes", "nonpaged quota"),
    of("Private Bytes", "private"),
    of("Working Set", "working set"),
  ];
}

const SHORT_RATES = ["\\Server\\Bytes Total/sec", "\\Processor\\% Processor Time", "\\Memory\\Pages/sec"];
const LEFT_OUT = /^(Working Set|Mutexes|Connections Passive|System (Driver|Code) Resident Bytes|Commit Limit)$/;

function isInShortLog({ object, instance, counter, source }: CounterColumn): boolean {
  if (source.of === "gauge") return !LEFT_OUT.test(counter);
  if (source.of === "rate" || source.of === "percent" || source.of === "quotient")
    return SHORT_RATES.includes(`\\${object}\\${counter}`) && (instance === "" || instance === "_Total");
  return !LEFT_OUT.test(counter) && counter !== "% Committed Bytes In Use";
}
