import { describeTags, POOLTAG_TXT } from "./describeTags.ts";

/** Its sample output holds the tag. */
const POOLUSED = "https://learn.microsoft.com/en-us/windows-hardware/drivers/debuggercmds/-poolused";

/** The network stack. */
export const NETWORK_TAGS = describeTags("network", POOLTAG_TXT, [
  [
    "AfdB",
    "N",
    "afd.sys",
    "data of sockets, not yet sent or not yet read",
    {
      advice:
        "A process does not read its socket, or the other side does not take the data: look for connections with full windows.",
    },
  ],
  ["AfdE", "N", "afd.sys", "sockets"],
  ["AfdC", "N", "afd.sys", "connections of sockets"],
  ["Afdp", "N", "afd.sys", "requests of sockets under way"],
  ["Afd?", "N", "afd.sys", "the socket layer"],
  ["NDam", "N", "ndis.sys", "memory that network drivers asked for", { kind: "generic" }],
  ["NDpp", "N", "ndis.sys", "pools of network packets"],
  ["TCP?", "N", "tcpip.sys", "connections and requests of TCP, in older Windows"],
  ["Udp ", "N", "tcpip.sys", "UDP end points and requests"],
  ["Nb??", "N", "netbt.sys", "NetBIOS names and connections"],
  ["Ul??", "NP", "http.sys", "requests and caches of the HTTP server; the first letters swap case in what was freed"],
  ["Uc??", "NP", "http.sys", "requests of the HTTP client in the kernel"],
]);

/** Storage and buses. */
export const STORAGE_TAGS = describeTags("storage", POOLTAG_TXT, [
  ["ScP?", "N", "storport.sys", "ports of storage adapters"],
  ["ScB?", "N", "classpnp.sys", "the disk class driver"],
  ["ScC?", "N", "classpnp.sys", "the disk class driver"],
  ["ScL?", "N", "classpnp.sys", "the disk class driver"],
  ["CPnp", "N", "classpnp.sys", "packets of disk transfers"],
  ["usbp", "N", "usbport.sys", "the USB host controllers' port driver", { kind: "driver", source: POOLUSED }],
]);

/** Windows and graphics, in the pool of a logon session. */
export const SESSION_TAGS = describeTags("session", POOLTAG_TXT, [
  ["Gcac", "P", "win32k.sys", "images of letters already drawn", { kind: "cache" }],
  ["GTmp", "P", "win32k.sys", "short-lived work space of drawing; allocated and freed without pause"],
  ["Gdbr", "P", "win32k.sys", "brushes made ready for a device"],
  ["GDev", "P", "win32k.sys", "displays and printers"],
  ["GPal", "P", "win32k.sys", "colour palettes"],
  ["Bmfd", "P", "win32k.sys", "bitmap fonts"],
  ["Ttfd", "P", "win32k.sys", "TrueType fonts"],
  ["Usqu", "P", "win32k.sys", "message queues of windows"],
  ["Ustm", "P", "win32k.sys", "timers of windows"],
  ["Us??", "P", "win32k.sys", "windows, menus and their messages"],
  ["Dh ?", "P", "win32k.sys", "objects of DirectDraw"],
  [
    "Drsd",
    "P",
    "",
    "objects of a printer driver",
    { kind: "driver", source: "https://learn.microsoft.com/en-us/windows-hardware/drivers/devtest/poolmon-examples" },
  ],
]);

/** Drivers that come up in lessons and in well-known cases. */
export const DRIVER_TAGS = describeTags("driver", POOLTAG_TXT, [
  [
    "Leak",
    "NP",
    "myfault.sys",
    "what NotMyFault leaks on purpose",
    {
      advice: "NotMyFault runs on this machine: stop its leak and close it.",
      source: "https://learn.microsoft.com/en-us/sysinternals/downloads/notmyfault",
    },
  ],
  ["LeoC", "N", "", "records of an antivirus filter (Norton)"],
]);
