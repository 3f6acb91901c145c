[{ caller: "myfault+0x17c4", blocks: 18 }];
