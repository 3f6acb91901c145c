import type { IrpStack } from "../../pool/analyzers/irp/irpStack.ts";

/**
 * A request from the data of a value. It came in a message from a worker in which a reader's code ran, so its shape is checked;
 * undefined when it is none.
 */
export function readIrpStack(data: unknown): IrpStack | undefined {
  if (!isRecord(data) || data["kind"] !== "irpStack") return undefined;
  const { address, current, log, locations } = data;
  const isRequest =
    [address, log].every(isTextIfAny) &&
    (isMissing(current) || isCount(current)) &&
    Array.isArray(locations) &&
    locations.length > 0 &&
    locations.every(isLocation);
  if (!isRequest) return undefined;
  // JSON has no `undefined`: what is not known may arrive as null.
  return { ...withoutNull(data), locations: locations.map(withoutNull) } as unknown as IrpStack;
}

function isLocation(location: unknown): location is Record<string, unknown> {
  if (!isRecord(location)) return false;
  const { number, isCurrent, driver, major, control, routine, setBy, line } = location;
  return (
    isCount(number) &&
    typeof isCurrent === "boolean" &&
    [driver, major, routine, setBy].every(isTextIfAny) &&
    Number.isInteger(control) &&
    (control as number) >= 0 &&
    (control as number) <= 0xff &&
    Number.isSafeInteger(line)
  );
}

const isRecord = (data: unknown): data is Record<string, unknown> =>
  typeof data === "object" && data !== null && !Array.isArray(data);
const isMissing = (part: unknown): boolean => part === undefined || part === null;
const isTextIfAny = (part: unknown): boolean => isMissing(part) || typeof part === "string";
const isCount = (part: unknown): boolean => Number.isSafeInteger(part) && (part as number) > 0;
const withoutNull = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, part]) => part !== null));
