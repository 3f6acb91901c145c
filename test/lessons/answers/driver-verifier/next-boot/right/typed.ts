"fffff880`06c4c62f";
