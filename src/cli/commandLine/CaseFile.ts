/** A file of the case, opened; its bytes are read when a reader asks for them. */
export interface CaseFile {
  /** as it was given, or the folder's name with the file's; `standard input` for `-` */
  name: string;
  source: Blob;
}

/** A file that cannot be read, with the reason as a sentence. */
export interface UnreadableFile {
  name: string;
  reason: string;
}
