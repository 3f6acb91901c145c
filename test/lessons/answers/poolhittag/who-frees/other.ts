[{ allocates: "myfault+0x162f < myfault+0x186e", frees: "myfault+0x16cf < myfault+0x18b1" }];
