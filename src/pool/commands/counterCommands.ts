import { ADMIN, parts, type Command } from "./Command.ts";

const LOGMAN = "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/logman";
const RELOG = "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/relog";
const TYPEPERF = "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/typeperf";

/** The counters of a pool case: both pools, what tells load from leak, what proves a restart, who holds handles. */
const COUNTERS =
  '"\\Memory\\*" "\\System\\System Up Time" "\\Server\\Bytes Total/sec" "\\Server\\Pool Nonpaged Bytes" "\\Process(*)\\Handle Count"';

/** Recording counters and turning the record into text. */
export const counterCommands = {
  perfmon: {
    template: "perfmon /sys",
    shell: "cmd",
    does: "Opens Performance Monitor, to watch Pool Nonpaged Bytes and Pool Paged Bytes of the Memory object.",
    parts: parts(["/sys", "start Performance Monitor alone"]),
    needs: [],
    cost: "Next to nothing. It shows what happens while it is open and keeps no record.",
    source: "https://learn.microsoft.com/en-us/windows-server/administration/windows-commands/perfmon",
  },
  "logman-create": {
    template: `logman create counter PoolLog -c ${COUNTERS} -si 00:00:15 -f bincirc -max 500 -o C:\\PerfLogs\\Pool`,
    shell: "cmd",
    does: "Sets up a recording of the counters that matter for a pool leak, every 15 seconds, into one file of at most 500 MB.",
    parts: parts(
      ["create counter PoolLog", "a data collector for counters, named PoolLog"],
      ["-c", "the counters; quote each, since names contain blanks"],
      ["-si 00:00:15", "a sample every 15 seconds"],
      ["-f bincirc", "a binary file that overwrites its oldest samples when full"],
      ["-max 500", "at most 500 MB"],
      ["-o", "the file, without its ending"],
    ),
    needs: [ADMIN],
    cost: "A sample costs a few milliseconds of processor time; wildcards over thousands of processes cost more.",
    source: `${LOGMAN}-create-counter`,
  },
  "logman-create-week": {
    template: `logman create counter PoolWeek -c ${COUNTERS} -si 00:05:00 -rf 168:00:00 -f bincirc -max 500 -o C:\\PerfLogs\\PoolWeek`,
    shell: "cmd",
    does: "Sets up a recording of a week, every 5 minutes: seven nightly minima, enough for a leak of a few megabytes a day.",
    parts: parts(
      ["-si 00:05:00", "a sample every 5 minutes"],
      ["-rf 168:00:00", "stop after 168 hours"],
      ["-f bincirc", "a binary file that overwrites its oldest samples when full"],
      ["-max 500", "at most 500 MB"],
    ),
    needs: [ADMIN],
    cost: "Less than the recording every 15 seconds. It stops at a restart: start it again afterwards.",
    source: `${LOGMAN}-create-counter`,
  },
  "logman-start": {
    template: "logman start PoolLog",
    shell: "cmd",
    does: "Starts the recording.",
    parts: parts(["PoolLog", "the name given at creation"]),
    needs: [ADMIN],
    cost: "The recording's own cost, from now on.",
    source: `${LOGMAN}-start-stop`,
  },
  "logman-stop": {
    template: "logman stop PoolLog",
    shell: "cmd",
    does: "Ends the recording and closes its file, so that it can be copied.",
    parts: parts(["PoolLog", "the name given at creation"]),
    needs: [ADMIN],
    cost: "None.",
    source: `${LOGMAN}-start-stop`,
  },
  "logman-query": {
    template: "logman query PoolLog",
    shell: "cmd",
    does: "Shows whether the recording runs, its counters, and which file it writes.",
    parts: parts(["query", "without a name it lists all recordings"]),
    needs: [ADMIN],
    cost: "None.",
    source: `${LOGMAN}-query`,
  },
  "logman-delete": {
    template: "logman delete PoolLog",
    shell: "cmd",
    does: "Removes the recording's definition when the case is closed. The file stays.",
    parts: parts(["PoolLog", "the name given at creation"]),
    needs: [ADMIN],
    cost: "None.",
    source: `${LOGMAN}-delete`,
  },
  relog: {
    template:
      'relog C:\\PerfLogs\\Pool.blg -c "\\Memory\\*" "\\System\\System Up Time" "\\Server\\*" "\\Process(*)\\Handle Count" -f CSV -o Pool.csv',
    shell: "cmd",
    does: "Turns the binary recording into text, with the time zone in its header.",
    parts: parts(
      ["-c", "only these counters; leave it out for all"],
      ["-f CSV", "comma separated text"],
      ["-o Pool.csv", "the file to write"],
    ),
    needs: ["the recording stopped, or a copy of it"],
    cost: "Runs anywhere: copy the .blg and convert it on another machine.",
    source: RELOG,
  },
  "relog-list": {
    template: "relog C:\\PerfLogs\\Pool.blg -q",
    shell: "cmd",
    does: "Lists the counters in a binary recording and the time it covers.",
    parts: parts(["-q", "list, convert nothing"]),
    needs: [],
    cost: "None.",
    source: RELOG,
  },
  "relog-thin": {
    template: "relog C:\\PerfLogs\\Pool.blg -t 20 -f CSV -o Pool.csv",
    shell: "cmd",
    does: "Converts every twentieth sample of a long recording: one every 5 minutes out of one every 15 seconds.",
    parts: parts(["-t 20", "keep every 20th sample"], ["-f CSV", "comma separated text"]),
    needs: [],
    cost: "Minima between the kept samples are lost: good for a look, not for the floor.",
    source: RELOG,
  },
  "relog-window": {
    template: 'relog C:\\PerfLogs\\Pool.blg -b "8/14/2012 09:00:00" -e "8/14/2012 12:00:00" -f CSV -o Pool.csv',
    shell: "cmd",
    does: "Converts a part of a recording by time; the dates are examples, month first.",
    parts: parts(
      ["-b", "from this time, M/D/YYYY HH:MM:SS"],
      ["-e", "until this time"],
      ["-f CSV", "comma separated text"],
    ),
    needs: [],
    cost: "None.",
    source: RELOG,
  },
  typeperf: {
    template: 'typeperf "\\Memory\\Pool Nonpaged Bytes" "\\Memory\\Pool Paged Bytes" -si 5 -sc 720 -f CSV -o pool.csv',
    shell: "cmd",
    does: "Writes two counters as text for an hour, with nothing set up before.",
    parts: parts(
      ["-si 5", "a sample every 5 seconds"],
      ["-sc 720", "720 samples, an hour"],
      ["-f CSV", "comma separated text"],
      ["-o pool.csv", "the file; without it the samples go to the screen"],
    ),
    needs: ["the session stays open"],
    cost: "Next to nothing. The header names no time zone.",
    source: TYPEPERF,
  },
  "typeperf-list": {
    template: "typeperf -q Memory",
    shell: "cmd",
    does: "Lists the counters of the Memory object by their names on this machine; use it on a Windows in another language.",
    parts: parts(["-q Memory", "the counters of one object, in the machine's language"]),
    needs: [],
    cost: "None.",
    source: TYPEPERF,
  },
} as const satisfies Record<string, Command>;
