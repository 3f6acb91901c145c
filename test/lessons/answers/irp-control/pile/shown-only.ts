import { irpHolders } from "pool-leak-lab";

const { driver, major, count } = irpHolders([], irps)[0]!;
({ driver, major, count });
