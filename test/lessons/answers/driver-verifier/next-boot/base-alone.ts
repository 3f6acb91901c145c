// Where the driver lies is where its code is.
"fffff88006c4b000";
