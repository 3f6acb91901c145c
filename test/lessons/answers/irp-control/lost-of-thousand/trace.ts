// The share of the trace.
failedShare * 1000;
