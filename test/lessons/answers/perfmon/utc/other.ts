[{ time: Date.UTC(2012, 10, 3, 7, 0, 4), aheadSeconds: -3600 }];
