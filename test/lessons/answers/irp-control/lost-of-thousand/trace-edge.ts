(1000 * countOf("AIFO")) / allocated;
