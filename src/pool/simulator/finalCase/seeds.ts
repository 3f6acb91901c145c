/** Seeds that a person can say on the telephone. */
export const MOST_SEED = 999_999;

/** The case whose logs lie in `datasets/`: what the page shows before a reader has one of the own. */
export const SAMPLE_SEED = 11;
