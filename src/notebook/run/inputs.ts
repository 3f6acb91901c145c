/** What a reader has set, by the name of the input. */
export type InputSettings = Readonly<Record<string, string | number>>;

/** An input as a cell declared it, with the value that the cell was given. */
export type InputControl =
  | { kind: "range"; name: string; min: number; max: number; step: number; value: number }
  | { kind: "select"; name: string; options: (string | number)[]; value: string | number }
  | { kind: "text"; name: string; value: string };

/** What a cell calls `input`. Each returns a plain value: what the reader has set, or the author's. */
export interface Inputs {
  /** a number from `min` to `max`; `step` is a hundredth of the way where it is not given */
  range(name: string, options: { min: number; max: number; value: number; step?: number }): number;
  /** one of the options; the first where no `value` is given */
  select<Option extends string | number>(name: string, options: { options: readonly Option[]; value?: Option }): Option;
  text(name: string, options?: { value?: string }): string;
}

/** More controls than this on one cell, or options in one of them, nobody can use. */
const MAX_CONTROLS = 12;
const MAX_OPTIONS = 100;
/** characters of a name, an option or a text */
const MAX_INPUT_TEXT = 1_000;

/**
 * Makes the `input` of one run. What does not fit (a setting from an older version of the cell) gives way to the author's value;
 * what the author got wrong is an error in words.
 *
 * @param settings what the reader has set, for all inputs of the lesson
 * @param declare told of each input in the order of the calls, each name once
 */
export function makeInputs(settings: InputSettings, declare: (control: InputControl) => void): Inputs {
  const declared = new Set<string>();
  const add = <Control extends InputControl>(control: Control): Control["value"] => {
    if (declared.has(control.name))
      throw new Error(`This cell has two inputs named “${control.name}”: give each its own name.`);
    if (declared.size === MAX_CONTROLS) throw new Error(`A cell can have ${MAX_CONTROLS} inputs at most.`);
    declared.add(control.name);
    declare(control);
    return control.value;
  };
  const settingOf = (name: string): string | number | undefined =>
    Object.hasOwn(settings, name) ? settings[name] : undefined;

  return {
    range(name, { min, max, value, step = (max - min) / 100 }) {
      checkName(name);
      if (![min, max, value, step].every(Number.isFinite) || min >= max || step <= 0 || value < min || value > max)
        throw new Error(
          `The input “${name}” needs finite numbers with min below max, value between them, and a step above 0.`,
        );
      const setting = Number(settingOf(name) ?? value);
      return add({ kind: "range", name, min, max, step, value: setting >= min && setting <= max ? setting : value });
    },
    select(name, { options, value = options[0]! }) {
      checkName(name);
      const isPlain = options.every((option) => typeof option === "number" || isShort(option));
      if (options.length === 0 || options.length > MAX_OPTIONS || !isPlain || !options.includes(value))
        throw new Error(
          `The input “${name}” needs 1 to ${MAX_OPTIONS} options, texts or numbers, and a value that is one of them.`,
        );
      const setting = options.find((option) => String(option) === String(settingOf(name)));
      const chosen = setting ?? value;
      add({ kind: "select", name, options: [...options], value: chosen });
      return chosen;
    },
    text(name, { value = "" } = {}) {
      checkName(name);
      if (!isShort(value)) throw new Error(`The input “${name}” needs a text of ${MAX_INPUT_TEXT} characters at most.`);
      const setting = settingOf(name);
      return add({ kind: "text", name, value: isShort(setting) ? setting : value });
    },
  };
}

/** Whether a message's part is a list of inputs as `makeInputs` declares them: it comes from where a reader's code runs. */
export function areControls(list: unknown): list is InputControl[] {
  return Array.isArray(list) && list.length <= MAX_CONTROLS && list.every(isControl);
}

function isControl(control: unknown): control is InputControl {
  if (typeof control !== "object" || control === null) return false;
  const { kind, name, value, min, max, step, options } = control as Record<string, unknown>;
  if (!isShort(name)) return false;
  if (kind === "range") return [value, min, max, step].every(Number.isFinite);
  if (kind === "text") return isShort(value);
  const isOption = (option: unknown) => isShort(option) || Number.isFinite(option);
  return (
    kind === "select" &&
    isOption(value) &&
    Array.isArray(options) &&
    options.length <= MAX_OPTIONS &&
    options.every(isOption)
  );
}

function checkName(name: unknown): void {
  if (!isShort(name) || name === "") throw new Error("An input needs a name, such as “quietBelow”.");
}

function isShort(text: unknown): text is string {
  return typeof text === "string" && text.length <= MAX_INPUT_TEXT;
}
