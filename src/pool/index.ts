/*
 * The library of the lessons: what a cell imports as "pool-leak-lab". Readers take logs to records, analyzers take records
 * to findings. The simulator is no part of it: who judges does not know the culprit.
 */
export { quantity, type Quantity } from "./Quantity.ts";
export { describeLog, type LogDescription } from "./describeLog.ts";
export type { LogSource, Problem, ReadOptions, ReadResult } from "./formats/ReadResult.ts";

export { readLog, type ReadLog } from "./formats/readLog.ts";
export type { Evidence, EvidenceFormat } from "./formats/Evidence.ts";

export { readPerfmon } from "./formats/perfmon/readPerfmon.ts";
export { printPerfmon } from "./formats/perfmon/printPerfmon.ts";
export { findCounter, findCounters } from "./formats/perfmon/findCounter.ts";
export type { Counter, CounterLog, LogTimeZone } from "./formats/perfmon/CounterLog.ts";

export { readPoolmon } from "./formats/poolmon/readPoolmon.ts";
export { printPoolmon } from "./formats/poolmon/printPoolmon.ts";
export type { Pool, PoolMemory, PoolSnapshot, PoolTagRow } from "./formats/poolmon/PoolSnapshot.ts";

export { readPoolTagCsv } from "./formats/tagCsv/readPoolTagCsv.ts";
export { printPoolTagCsv } from "./formats/tagCsv/printPoolTagCsv.ts";
export { readPoolmonX } from "./formats/poolmonx/readPoolmonX.ts";

export { readPoolTrace } from "./formats/wpt/readPoolTrace.ts";
export { printPoolTrace } from "./formats/wpt/printPoolTrace.ts";
export { TRACE_EVENTS, TRACE_POOLS, type PoolTrace } from "./formats/wpt/PoolTrace.ts";
export { readPoolSummary } from "./formats/wpt/readPoolSummary.ts";
export { printPoolSummary } from "./formats/wpt/printPoolSummary.ts";
export type { Lifetime, PoolSummary, PoolSummaryRow } from "./formats/wpt/PoolSummary.ts";

export { readDebuggerSession } from "./formats/windbg/readDebuggerSession.ts";
export type { DebuggerSession } from "./formats/windbg/DebuggerSession.ts";
export { addToAddress, formatAddress, type Address } from "./formats/windbg/Address.ts";
export { readVm } from "./formats/windbg/memory/readVm.ts";
export type { VmReport, VmValue } from "./formats/windbg/memory/VmReport.ts";
export { readPoolUsed } from "./formats/windbg/memory/readPoolUsed.ts";
export type { PoolUsedCounts, PoolUsedRow, PoolUsedTable } from "./formats/windbg/memory/PoolUsedTable.ts";
export { readTagSearch } from "./formats/windbg/code/readTagSearch.ts";
export { describeHits } from "./formats/windbg/code/describeHit.ts";
export { describeTagSite } from "./formats/windbg/code/describeTagSite.ts";
export { readPoolHits } from "./formats/windbg/hits/readPoolHits.ts";
export { HIT_KINDS, type PoolHits } from "./formats/windbg/hits/PoolHits.ts";
export type { StackFrame } from "./formats/windbg/hits/StackFrame.ts";
export { readVerifier } from "./formats/windbg/verifier/readVerifier.ts";
export { readVerifierText } from "./formats/windbg/verifier/readVerifierText.ts";
export { printVerifierReport } from "./formats/windbg/verifier/printVerifierReport.ts";
export type { VerifiedDriver, VerifierReport } from "./formats/windbg/verifier/VerifierReport.ts";
export { VERIFIER_OPERATIONS, type VerifierLog } from "./formats/windbg/verifier/VerifierLog.ts";
export { locationAddress } from "./formats/windbg/irp/locationAddress.ts";
export { majorName } from "./formats/windbg/irp/ioFunctions.ts";
export { readIrps } from "./formats/windbg/irp/readIrps.ts";
export { decodeControl, encodeControl } from "./formats/windbg/irp/control.ts";
export type { Irp, IrpLocation } from "./formats/windbg/irp/Irp.ts";
export { readObjects } from "./formats/windbg/objects/readObjects.ts";
export { readSharedMemory } from "./formats/sharedMemory/readSharedMemory.ts";
export { resolveObjectName } from "./formats/sharedMemory/resolveObjectName.ts";
export type { SharedMemoryCall } from "./formats/sharedMemory/SharedMemoryTrace.ts";

export { readFindstr, type TagFile } from "./formats/tags/readFindstr.ts";
export { readPooltag, type PooltagEntry } from "./formats/tags/readPooltag.ts";
export { nameTag } from "./formats/tags/nameTag.ts";
export { findKnownTag, kindOfTag, knownTags } from "./formats/tags/knownTags.ts";
export type { KnownTag, TagKind } from "./formats/tags/KnownTag.ts";
export { isProtected, protectedValue, reverseTag, tagBytes, tagToValue, valueToTag } from "./formats/tags/tagValue.ts";

export {
  cutSeries,
  pickSamples,
  sampleRows,
  validSamples,
  type SampleRow,
  type Series,
} from "./analyzers/counters/Series.ts";
export { counterSeries, series, seriesIfAny } from "./analyzers/counters/takeSeries.ts";
export { thinSeries } from "./analyzers/counters/thinSeries.ts";
export { fitLine, fitSlope, type SlopeFit } from "./analyzers/counters/fitSlope.ts";
export {
  choosePeriod,
  findFloor,
  fitFloor,
  floorSeries,
  nightlyMinima,
  type FloorRow,
  type Period,
} from "./analyzers/counters/findFloor.ts";
export { findCycle, type Cycle } from "./analyzers/counters/findCycle.ts";
export { findReboots, type Reboot } from "./analyzers/counters/findReboots.ts";
export { findGaps, sampleInterval, type Gap } from "./analyzers/counters/findGaps.ts";
export { findClockChanges, type ClockChange } from "./analyzers/counters/findClockChanges.ts";
export { cutLog, segments, type Segment } from "./analyzers/counters/segments.ts";
export { correlate, type Correlation } from "./analyzers/counters/correlate.ts";
export { findLoads, type LoadCandidate } from "./analyzers/counters/chooseLoad.ts";
export { withoutLoad } from "./analyzers/counters/withoutLoad.ts";
export { handleGrowth, type HandleGrowth } from "./analyzers/counters/handleGrowth.ts";
export { counterDelivery, type CounterDelivery } from "./analyzers/counters/counterDelivery.ts";
export { averageBlock, type AverageBlock } from "./analyzers/counters/averageBlock.ts";
export {
  POOL_LIMIT_SOURCE,
  poolLimit,
  poolLimitRules,
  type PoolLimitRule,
  type PoolMachine,
} from "./analyzers/counters/poolLimit.ts";
export { timeToExhaustion } from "./analyzers/counters/timeToExhaustion.ts";
export { minimumRecording } from "./analyzers/counters/minimumRecording.ts";

export { tagGrowth, type TagGrowth } from "./analyzers/snapshots/tagGrowth.ts";
export { tagSeries } from "./analyzers/snapshots/tagSeries.ts";
export { churn, type TagChurn } from "./analyzers/snapshots/churn.ts";
export { explainGrowth, type GrowthPart } from "./analyzers/snapshots/explainGrowth.ts";
export { poolGrowth, type PoolGrowth } from "./analyzers/snapshots/poolGrowth.ts";
export { orderSnapshots, type OrderedSnapshots } from "./analyzers/snapshots/orderSnapshots.ts";
export {
  findRebootsInSnapshots,
  longestRun,
  snapshotIntervals,
  type SnapshotInterval,
} from "./analyzers/snapshots/snapshotIntervals.ts";
export { compareRates, type RateComparison } from "./analyzers/snapshots/compareRates.ts";
export { tagToDriver, type DriverCandidate, type TagSources } from "./analyzers/snapshots/tagToDriver.ts";

export { judgeCase, type JudgeCaseOptions } from "./analyzers/case/judgeCase.ts";
export { leakReport, type LeakReport } from "./analyzers/case/leakReport.ts";
export type { CallSite, FileBasis, Finding, LockstepTag } from "./analyzers/case/Finding.ts";
export { tagTrends, type TagTrend } from "./analyzers/snapshots/tagTrends.ts";
export { steadyTags, type SteadyTag } from "./analyzers/snapshots/steadyTags.ts";
export { inLockstep } from "./analyzers/snapshots/inLockstep.ts";

export { averageRate, dumpShares, poolUsage, type DumpShare } from "./analyzers/dump/dumpShares.ts";
export {
  bootTime,
  compareDumps,
  hoursBetween,
  isSameBoot,
  type DumpGrowth,
  type DumpMoment,
} from "./analyzers/dump/compareDumps.ts";
export { memoryLimits, type MemoryLimit } from "./analyzers/dump/memoryLimits.ts";
export { pageParts, type PagePart } from "./analyzers/dump/pageParts.ts";
export { poolParts, type PoolPart } from "./analyzers/dump/poolParts.ts";
export { dumpPairs, type DumpPair } from "./analyzers/dump/dumpPairs.ts";
export { fileOfModule, placeOf, tagSites, type ModuleTagSite } from "./analyzers/code/tagSites.ts";
export { codeBytes, type CodeBytesOptions } from "./analyzers/code/showCodeBytes.ts";
export type { CodeBytes, CodeBytesRow } from "./analyzers/code/CodeBytes.ts";
export { tagPatches, type TagPatch } from "./analyzers/code/tagPatches.ts";
export { planPatches, tagUser, type PlannedPatch, type TagsInUse } from "./analyzers/code/planPatches.ts";
export { patchedGrowth, snapshotsAfter, type PatchedGrowth } from "./analyzers/code/patchedGrowth.ts";
export { moduleOfFrame, ownerFrame, type NamedFrame } from "./analyzers/code/ownerFrame.ts";
export { hitBlocks, type HitBlock } from "./analyzers/hits/hitBlocks.ts";
export { pairHits, type HitPath, type HitSummary } from "./analyzers/hits/pairHits.ts";
export { callPath } from "./analyzers/stacks/callPath.ts";
export { ownerOf } from "./analyzers/stacks/ownerOf.ts";
export { showStacks, type GivenStack } from "./analyzers/stacks/showStacks.ts";
export type { MeasuredStack, StackMeasure, StackRole, StackSet } from "./analyzers/stacks/StackSet.ts";
export { pairEvents, type EventPairs } from "./analyzers/trace/pairEvents.ts";
export {
  lifetimeIn,
  lifetimes,
  wholeWindow,
  type LifetimeCounts,
  type TraceWindow,
} from "./analyzers/trace/lifetimes.ts";
export { traceBlocks, type BlockFilter, type TraceBlock } from "./analyzers/trace/traceBlocks.ts";
export { outstandingOverTime, type OutstandingRow } from "./analyzers/trace/outstandingOverTime.ts";
export { outstandingStacks, type OutstandingStack } from "./analyzers/trace/outstandingStacks.ts";
export { callerGrowth, type CallerGrowth } from "./analyzers/verifier/callerGrowth.ts";
export { groupByCaller, ringReach, type CallerGroup } from "./analyzers/verifier/groupByCaller.ts";
export { holderOf, irpHolders, type IrpHolder } from "./analyzers/irp/irpHolders.ts";
export {
  isRoutineCalled,
  routineCalls,
  skippedRoutines,
  type Outcome,
  type RoutineCalls,
  type SkippedRoutine,
} from "./analyzers/irp/skippedRoutines.ts";
export { irpStack, type IrpStack } from "./analyzers/irp/irpStack.ts";
export { explainCalls, type CallCause, type ExplainedCall } from "./analyzers/sharedMemory/explainCalls.ts";
export { namespaceMap, type NamespaceMap } from "./analyzers/sharedMemory/namespaceMap.ts";
export { judgePool, type JudgePoolOptions } from "./analyzers/verdict/judgePool.ts";
export { judgeTags, type JudgeTagsOptions } from "./analyzers/verdict/judgeTags.ts";
export type { NextStep, Verdict, VerdictWord } from "./analyzers/verdict/Verdict.ts";

export { median, quantile, robustSpread } from "./analyzers/statistics/median.ts";
export { pearson, spearman } from "./analyzers/statistics/correlation.ts";
export { leastSquares, type LeastSquares } from "./analyzers/statistics/leastSquares.ts";
export { mannKendall, type TrendTest } from "./analyzers/statistics/mannKendall.ts";
export { theilSen, type TheilSen } from "./analyzers/statistics/theilSen.ts";

export { commands, fillCommand, type Command, type CommandId, type FilledCommand } from "./commands.ts";
