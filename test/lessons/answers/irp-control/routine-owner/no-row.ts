import { skippedRoutines } from "pool-leak-lab";

irps.flatMap(skippedRoutines).map(({ routine, setBy }) => ({ routine, setBy }));
