import { irpHolders } from "pool-leak-lab";

const { driver, major, share } = irpHolders(found)[0]!;
({ driver, major, count: share });
