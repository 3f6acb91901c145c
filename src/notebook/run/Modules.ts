import { freezeAll } from "./freezeIntrinsics.ts";

/** The modules that cells import by bare names: some are part of the runtime, the others come as text. */
export class Modules {
  readonly #importText: (text: string, name: string) => Promise<unknown>;
  readonly #views = new Map<string, Promise<object>>();

  constructor(host: { importText(text: string, name: string): Promise<unknown>; modules: Record<string, object> }) {
    this.#importText = (text, name) => host.importText(text, name);
    for (const [name, module] of Object.entries(host.modules))
      this.#views.set(name, Promise.resolve(viewOf(name, module)));
  }

  /** Starts to import the modules that come as text, so that they are there before a cell asks. */
  prepare(texts: Record<string, string>): void {
    for (const [name, text] of Object.entries(texts)) {
      const view = this.#importText(text, name).then((module) => viewOf(name, module as object));
      // A module that cannot be read is an error of the cell that imports it, not of the worker.
      view.catch(() => undefined);
      this.#views.set(name, view);
    }
  }

  /** The modules a cell imports, by their names. */
  async take(names: readonly string[]): Promise<Record<string, object>> {
    const taken: Record<string, object> = {};
    for (const name of names) {
      const view = this.#views.get(name);
      if (!view) throw new Error(`A cell cannot import “${name}”; it can import ${this.#known()}.`);
      taken[name] = await view;
    }
    return taken;
  }

  #known(): string {
    return [...this.#views.keys()].map((name) => `“${name}”`).join(", ");
  }
}

/** A module that no cell can change for the others, and that says so when a cell asks for something it does not have, as an import statement would. */
function viewOf(name: string, module: object): object {
  freezeAll(Object.values(module));
  return new Proxy(module, {
    get: (target, property) => {
      // `then` is asked for whenever something is awaited.
      if (typeof property === "symbol" || property === "then" || Reflect.has(target, property)) {
        return Reflect.get(target, property) as unknown;
      }
      throw new SyntaxError(`“${name}” has no “${property}”.`);
    },
  });
}
