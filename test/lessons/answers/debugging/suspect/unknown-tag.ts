[{ tag: "Leak", share: 0.983, bytesEach: 1_048_576, bytesPerHour: 1_597_643_444 }];
