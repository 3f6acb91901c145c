/** A browser as far as the tests that run in every engine need it: one page, and what a reader's hands do in it. */
export interface TestedBrowser {
  /** Opens an address, and forgets the page before. */
  open(address: string): Promise<void>;
  /** Evaluates a JavaScript expression in the page, waits for its promise, and gives the result as JSON carries it. */
  evaluate<Result>(expression: string): Promise<Result>;
  /** Types a text into what has the focus, by keys. */
  type(text: string): Promise<void>;
  close(): Promise<void>;
}

/** An expression whose value is a text of JSON, whatever the browser's own way of handing values over. */
export function asJson(expression: string): string {
  return `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`;
}
