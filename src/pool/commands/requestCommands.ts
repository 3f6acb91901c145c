import { parts, type Command } from "./Command.ts";

const DEBUGGER = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds";
const ANY_TARGET = "a kernel debugger on a kernel or complete dump, or on the machine, with symbols of the kernel";

/** Requests on their way through the drivers, at the kernel debugger's prompt. */
export const requestCommands = {
  "kd-irp": {
    template: "!irp ADDRESS",
    shell: "kd",
    does: "Shows one request: a row for each driver's stack location, who holds it, and which completion routines will be called when.",
    parts: parts(["ADDRESS", "the request's, as `!irpfind` lists it; a 1 behind it adds the header's fields"]),
    needs: [ANY_TARGET],
    cost: "None.",
    source: `${DEBUGGER}/-irp`,
  },
  "kd-irp-status": {
    template: "dt nt!_IRP ADDRESS IoStatus. Cancel PendingReturned",
    shell: "kd",
    does: "Shows how the request ended, if it has, and whether somebody cancelled it: what the column cl does not say.",
    parts: parts(
      ["dt nt!_IRP", "shows memory as this structure"],
      ["IoStatus.", "with the fields inside it, which the dot asks for"],
      ["Cancel", "1 when somebody has cancelled it"],
    ),
    needs: [ANY_TARGET],
    cost: "None.",
    source: `${DEBUGGER}/dt--display-type-`,
  },
  "kd-irpfind-device": {
    template: "!irpfind 0 0 device DEVICE",
    shell: "kd",
    does: "Lists the requests that pass through one device: only its part of a long listing.",
    parts: parts(
      ["0", "the nonpaged pool, from its start"],
      ["device DEVICE", "with a stack location for this device object, the column DevObj"],
    ),
    needs: [ANY_TARGET],
    cost: "Minutes on a large machine.",
    source: `${DEBUGGER}/-irpfind`,
  },
} as const satisfies Record<string, Command>;
