[{ path: "\\Memory\\Pool Nonpaged Bytes", column: 6, bytes: 6_061_645_824 }];
