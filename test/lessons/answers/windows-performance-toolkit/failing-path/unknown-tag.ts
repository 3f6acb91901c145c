[{ tag: "Leak", share: 0.1 }];
