[{ place: "myfault+0x1621" }];
