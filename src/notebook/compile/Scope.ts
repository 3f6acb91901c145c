/** The names one function, block or class declares. */
export class Scope {
  readonly names = new Set<string>();
  readonly parent: Scope | undefined;
  /** where a `var` inside it lands */
  readonly ofFunction: Scope;

  constructor(parent: Scope | undefined, holdsVar: boolean) {
    this.parent = parent;
    this.ofFunction = holdsVar || !parent ? this : parent.ofFunction;
  }

  /** A block: `let`, `const`, `class` and (modules are strict) functions stay in it. */
  block(): Scope {
    return new Scope(this, false);
  }

  /** The body of a function or of a static block: `var` stays in it too. */
  body(): Scope {
    return new Scope(this, true);
  }

  /** Whether the name is declared here or further out. */
  knows(name: string): boolean {
    return this.names.has(name) || (this.parent?.knows(name) ?? false);
  }
}
