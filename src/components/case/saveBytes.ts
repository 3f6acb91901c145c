/** Lets the browser save bytes as a file. */
export function saveBytes(bytes: Uint8Array<ArrayBuffer>, name: string): void {
  const address = URL.createObjectURL(new Blob([bytes]));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes what it saves before the next turn; later nobody needs the address.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
