import { irpHolders } from "pool-leak-lab";

const { driver, count } = irpHolders(found)[0]!;
({ driver, count });
