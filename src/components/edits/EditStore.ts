import { addressOfKey, keyOf, type CellAddress } from "./KeptEdit.ts";

/** How a write ended: `full` when the browser's room for the site is used up, `denied` when it lets the page keep nothing. */
export type Kept = "kept" | "full" | "denied";

/** Where edits are kept, as texts. No method throws. */
export interface EditStore {
  /** what is kept of a cell; undefined when nothing is, or nothing can be read */
  read(address: CellAddress): string | undefined;
  /** keeps a text; undefined forgets what was kept */
  write(address: CellAddress, text: string | undefined): Kept;
  /** every cell of the site that something is kept of */
  list(): CellAddress[];
  /** calls the listener when another tab has kept or forgotten something */
  subscribe(listener: (address: CellAddress) => void): void;
}

/**
 * Keeps edits in `localStorage`: it is there before the first paint, what is written at once survives a tab that is closed
 * or killed, and other tabs are told. A database in the browser is asynchronous and does none of the three.
 *
 * @param base the path that the site is served under
 */
export function browserStore(base: string): EditStore {
  return {
    read: (address) => attempt(() => localStorage.getItem(keyOf(base, address)) ?? undefined),
    write(address, text) {
      try {
        if (text === undefined) localStorage.removeItem(keyOf(base, address));
        else localStorage.setItem(keyOf(base, address), text);
        return "kept";
      } catch (error) {
        return (error as Error).name === "QuotaExceededError" ? "full" : "denied";
      }
    },
    list: () => (attempt(() => Object.keys(localStorage)) ?? []).flatMap((key) => addressOfKey(base, key) ?? []),
    subscribe(listener) {
      addEventListener("storage", ({ key }) => {
        const address = key === null ? undefined : addressOfKey(base, key);
        if (address) listener(address);
      });
    },
  };
}

/** Where cookies and site data are blocked the very name `localStorage` throws. */
function attempt<Result>(action: () => Result): Result | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
