import { readFileSync } from "node:fs";

/** What the simulator wrote down of each machine while it played it: the truth that analyzers are held to. */
export interface Manifest {
  machines: Record<string, MachineTruth>;
}

export interface MachineTruth {
  files: Record<string, { period: string; poolmon?: { leaks: TagTruth[]; busiest: { tag: string } } }>;
  periods: Record<"story" | "week" | "autumn" | "load", PeriodTruth>;
}

export interface PeriodTruth {
  machine: string;
  operatingSystem: string;
  leaks: LeakTruth[];
  pools: Record<"nonpaged" | "paged", PoolTruth>;
  reboots: { upAt: string }[];
  clockChanges: { at: string }[];
}

interface PoolTruth {
  label: string;
  floorAtEndBytes: number;
  maximumBytes: number;
  secondsToExhaustion?: number;
}

export interface LeakTruth {
  tag: string;
  pool: "nonpaged" | "paged";
  driver: string;
  blockBytes: number[];
  blocksLost: number;
  bytesLost: number;
  bytesPerHour: number;
}

interface TagTruth {
  tag: string;
  diffs: number[];
  shareOfPoolGrowth: number;
}

export const manifest = JSON.parse(readFileSync("datasets/manifest.json", "utf8")) as Manifest;
