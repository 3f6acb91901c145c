[{ tag: "CtxL", pool: "nonpaged", growthBytesPerHour: 809_055 }];
