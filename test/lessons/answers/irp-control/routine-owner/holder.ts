import { holderOf } from "pool-leak-lab";

const row = irps[0]!.locations.find(({ control }) => control === 0x41 || control === 0x61)!;
({ driver: holderOf(irps[0]!)!.driver, routine: row.completionSymbol });
