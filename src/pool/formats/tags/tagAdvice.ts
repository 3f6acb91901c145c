import type { TagKind } from "./KnownTag.ts";

/** What to do when a tag of a kind grows, in one or two sentences. */
export const ADVICE: Record<TagKind, string> = {
  object:
    "A process holds handles or a driver holds references: look for a process whose handle count grows at the same rate, then which handles those are.",
  cache:
    "Cached files make it grow and memory pressure makes it fall: compare it at the same load, at night, before calling it a leak.",
  generic: "Many callers share this tag, so it names no driver: get the call stacks of its allocations.",
  trace:
    "A trace session that was started holds buffers: list the sessions with logman query -ets and stop the one nobody needs.",
  filesystem:
    "Open and cached files make it grow; if it does not fall when files are closed, look for a filter driver that holds them (fltmc).",
  network:
    "Connections and unread data make it grow: compare it with the number of connections, then look for filter drivers of the network stack.",
  storage:
    "Requests under way make it grow: compare it with the disk queue; if it stays, suspect the storage driver or its filters.",
  registry:
    "Loaded hives and open keys make it grow: look for user profiles that stay loaded and processes with many key handles.",
  security:
    "Logons and tokens make it grow: look for sessions that are not closed and processes with many token handles.",
  session:
    "It belongs to one logon session: look with poolmon -s at the session, and for a process with many GDI or USER objects.",
  verifier: "Driver Verifier made these blocks; they go when it is switched off (verifier /reset and a restart).",
  executive: "A part of the kernel allocates it for others: get the call stacks of its allocations.",
  driver: "One driver owns this tag: look for a newer version of it, and report the growth to its maker.",
};
