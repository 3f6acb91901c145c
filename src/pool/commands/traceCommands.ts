import { ADMIN, parts, type Command } from "./Command.ts";

const WPT = "https://learn.microsoft.com/en-us/windows-hardware/test/wpt";
const TOOLKIT = "the Windows Performance Toolkit";

/** Recording a pool trace in further ways, and making text of it; `trace-tag` and the first steps stand beside the drivers' commands. */
export const traceCommands = {
  "paging-executive-off": {
    template: "wpr -disablepagingexecutive off",
    shell: "cmd",
    does: "Lets Windows page kernel code again, when the traces have been taken.",
    parts: [],
    needs: [TOOLKIT, ADMIN, "a restart"],
    cost: "None.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "wpr-pool-memory": {
    template: "wpr -start Pool",
    shell: "cmd",
    does: "Records all pool allocations and frees into buffers in memory: when they are full, the oldest events make room.",
    parts: parts(["Pool", "the built-in profile, which the window calls Pool usage"]),
    needs: [TOOLKIT, ADMIN],
    cost: "Buffers of a fixed size in memory, and work for each allocation; of a busy server they hold seconds.",
    source: `${WPT}/logging-mode`,
  },
  "wpr-status": {
    template: "wpr -status",
    shell: "cmd",
    does: "Says whether WPR is recording, and since when.",
    parts: [],
    needs: [TOOLKIT, ADMIN],
    cost: "None.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "wpr-stop": {
    template: "wpr -stop pool.etl",
    shell: "cmd",
    does: "Stops the recording and saves it.",
    parts: parts(["pool.etl", "everything that was recorded, merged into this file"]),
    needs: [TOOLKIT, ADMIN],
    cost: "Disk and a processor for a minute or more, by the size of the trace.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "wpr-cancel": {
    template: "wpr -cancel",
    shell: "cmd",
    does: "Stops the recording and throws it away.",
    parts: [],
    needs: [TOOLKIT, ADMIN],
    cost: "None.",
    source: `${WPT}/wpr-command-line-options`,
  },
  "xperf-pool": {
    template:
      "xperf -on PROC_THREAD+LOADER+POOL -stackwalk PoolAlloc+PoolFree+PoolAllocSession+PoolFreeSession -BufferSize 1024 -MinBuffers 256 -MaxBuffers 256 -MaxFile 256 -FileMode Circular",
    shell: "cmd",
    does: "Records the allocations and frees of all tags with their stacks, the newest 256 MB of them; stop with: xperf -d pool.etl.",
    parts: parts(
      ["PROC_THREAD+LOADER", "processes and modules, without which no stack has names"],
      ["POOL", "pool allocations and frees"],
      ["-stackwalk PoolAlloc+PoolFree", "with the stack of each"],
      ["PoolAllocSession+PoolFreeSession", "the session pool too"],
      [
        "-BufferSize 1024 -MinBuffers 256 -MaxBuffers 256",
        "256 buffers of 1,024 KB: too few of them, and events are lost",
      ],
      ["-MaxFile 256 -FileMode Circular", "a file of 256 MB, in which the newest events replace the oldest"],
    ),
    needs: [TOOLKIT, ADMIN],
    cost: "256 MB of memory, as much disk, and work for each allocation of the whole machine: minutes, and not in its worst hour.",
    source: `${WPT}/start`,
  },
  "symbol-path": {
    template: "set _NT_SYMBOL_PATH=srv*C:\\symbols*https://msdl.microsoft.com/download/symbols",
    shell: "cmd",
    does: "Tells the analyzers where to find the names of Windows' own functions: start them from the same prompt.",
    parts: parts(
      ["srv*", "a symbol server"],
      ["C:\\symbols", "what was fetched once is kept here"],
      ["https://msdl.microsoft.com/download/symbols", "Microsoft's public symbols"],
    ),
    needs: ["the machine on which you analyze, with a way to the internet"],
    cost: "Nothing on the server. The first load fetches some hundred megabytes.",
    source: `${WPT}/loading-symbols`,
  },
  wpa: {
    template: "wpa pool.etl",
    shell: "cmd",
    does: "Opens the trace in Windows Performance Analyzer.",
    parts: [],
    needs: [TOOLKIT, "any machine: not the server"],
    cost: "Nothing on the server.",
    source: `${WPT}/windows-performance-analyzer`,
  },
  "wpa-export": {
    template: "wpaexporter pool.etl -profile pool.wpaProfile -symbols -outputfolder out",
    shell: "cmd",
    does: "Writes the tables of a saved view as CSV, one file for each: the way from WPA to a script, or to this page.",
    parts: parts(
      ["-profile pool.wpaProfile", "the view with its columns, saved in WPA by Profiles, Export"],
      ["-symbols", "with the names of functions"],
      ["-outputfolder out", "the folder for the files"],
    ),
    needs: [TOOLKIT, "a saved view"],
    cost: "Nothing on the server.",
    source: `${WPT}/exporter`,
  },
  "xperf-pool-report": {
    template: "xperf -i pool.etl -o pool.txt -symbols -a pool -pooltags -images",
    shell: "cmd",
    does: "Makes a text of the trace, by pool, driver and tag: what was allocated, and what is still there at the end.",
    parts: parts(
      ["-i pool.etl -o pool.txt", "from the trace into a text"],
      ["-symbols", "with names"],
      ["-a pool", "the pool action; xperf -help processing lists those of your version"],
      ["-pooltags -images", "by tag and by driver"],
    ),
    needs: [TOOLKIT],
    cost: "Nothing on the server.",
    source: "https://learn.microsoft.com/en-us/previous-versions/windows/desktop/xperf/processing",
  },
} as const satisfies Record<string, Command>;
