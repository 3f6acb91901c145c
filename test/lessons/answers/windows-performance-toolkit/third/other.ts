["AIFI", "AIFO", "AOFI", "AOFO"].map((type, i) => ({ type, count: 7 + i }));
