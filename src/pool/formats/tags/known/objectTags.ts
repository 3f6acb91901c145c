import { describeTags, POOLTAG_TXT } from "./describeTags.ts";

/** Kernel objects: what handles and references hold. */
export const OBJECT_TAGS = describeTags("object", POOLTAG_TXT, [
  ["File", "N", "nt!io", "open files, devices and pipes"],
  ["Proc", "N", "nt!ps", "processes, also those that ended while somebody still holds a handle to them"],
  ["Thre", "N", "nt!ps", "threads, also those that ended while somebody still holds a handle to them"],
  ["Even", "N", "nt", "events to wait for"],
  ["Sema", "N", "nt", "semaphores"],
  ["Muta", "N", "nt", "mutexes"],
  ["Time", "N", "nt!ke", "timers"],
  [
    "Toke",
    "P",
    "nt!se",
    "access tokens",
    {
      advice:
        "A service keeps tokens of logons open: look for a process whose token handles grow, often one that impersonates.",
    },
  ],
  ["Key ", "P", "nt!cm", "open registry keys"],
  ["Sect", "P", "nt!mm", "sections: shared memory and mapped files"],
  ["Symb", "P", "nt!ob", "symbolic links between object names"],
  ["Symt", "P", "nt!ob", "the targets of symbolic links"],
  ["Dire", "P", "nt!ob", "directories of object names"],
  ["Port", "P", "nt", "ports of local procedure calls, before Windows Vista"],
  ["ALPC", "N", "nt!alpc", "ports of local procedure calls", { source: undefined }],
  ["Driv", "N", "nt!io", "loaded drivers", { kind: "executive" }],
  ["Devi", "N", "nt!io", "devices", { kind: "executive" }],
  ["Adap", "N", "hal", "adapters for direct memory access", { kind: "executive" }],
  ["Atom", "P", "nt", "entries of atom tables"],
  ["AtmT", "P", "nt", "atom tables"],
  ["ObNm", "P", "nt!ob", "names of objects", { kind: "executive" }],
  ["ObDi", "P", "nt!ob", "entries of object directories", { kind: "executive" }],
  ["ObHd", "P", "nt!ob", "how many handles each process has to an object"],
  ["ObSq", "P", "nt!ob", "security descriptors that were asked for", { kind: "security" }],
  ["ObSt", "NP", "nt!ob", "short-lived work space of the object manager", { kind: "executive" }],
  [
    "Obtb",
    "P",
    "nt!ob",
    "handle tables of processes",
    {
      advice: "It grows with the largest handle count a process ever had: look for the process with the most handles.",
    },
  ],
]);
