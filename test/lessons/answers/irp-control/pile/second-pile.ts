import { irpHolders } from "pool-leak-lab";

const { driver, major, count } = irpHolders(found)[1]!;
({ driver, major, count });
