/** What a reader gave: files, and how many folders among them that were not taken. */
export interface GivenFiles {
  files: File[];
  folders: number;
}

/** The files of a drop; must be called while its event is handled, for the browser takes them away afterwards. */
export function filesOfDrop(transfer: DataTransfer): GivenFiles {
  const items = [...transfer.items].filter(({ kind }) => kind === "file");
  const isFolder = (item: DataTransferItem) => item.webkitGetAsEntry()?.isDirectory === true;
  return {
    files: items.flatMap((item) => (isFolder(item) ? [] : (item.getAsFile() ?? []))),
    folders: items.filter(isFolder).length,
  };
}

/** The files of a paste, or its text as a file; undefined when there is neither. */
export function filesOfPaste(transfer: DataTransfer): GivenFiles | undefined {
  const { files, folders } = filesOfDrop(transfer);
  if (files.length > 0 || folders > 0) return { files, folders };
  const text = transfer.getData("text/plain");
  return text === "" ? undefined : { files: [textFile(text)], folders: 0 };
}

/** Text that was pasted, as a file. */
export function textFile(text: string): File {
  return new File([text], "pasted text", { type: "text/plain" });
}
