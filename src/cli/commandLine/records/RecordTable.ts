/** Rows under a title: what a person sees of records. */
export interface RecordTable {
  title: string;
  columns: Column[];
  /** how many rows there are; each is made when it is printed, as there may be millions */
  count: number;
  /** one text per column, in its order */
  row: (index: number) => readonly string[];
}

/** Numbers stand at the right, so that their digits are one below the other. */
export interface Column {
  name: string;
  isNumber: boolean;
}

export const text = (name: string): Column => ({ name, isNumber: false });
export const number = (name: string): Column => ({ name, isNumber: true });

/** A table of a list: one row per item. */
export function tableOf<Item>(
  title: string,
  columns: Column[],
  items: readonly Item[],
  row: (item: Item) => readonly string[],
): RecordTable {
  return { title, columns, count: items.length, row: (index) => row(items[index]!) };
}

/** The table of a list that most logs have nothing for. */
export function ifAny(table: RecordTable): RecordTable[] {
  return table.count > 0 ? [table] : [];
}
