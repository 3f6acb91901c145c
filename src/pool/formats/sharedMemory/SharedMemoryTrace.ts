/** One call that makes or opens a named section. */
export interface SharedMemoryCall {
  /** milliseconds since midnight, or since 1970 where the trace has dates; local time as if UTC */
  time: number;
  process: string;
  processId: number;
  session: number;
  user: string;
  bitness: "x86" | "x64" | undefined;
  /** `CreateFileMappingW`, `OpenFileMappingW` */
  call: string;
  /** as given: `Global\MyAppCounters` */
  name: string;
  access: string;
  /** the handle; 0 for a failure */
  result: number;
  /** Win32's GetLastError: 0, 2, 5, 183 */
  lastError: number;
  line: number;
}
