[
  { ranking: "allocations", place: 151, rival: "Wait" },
  { ranking: "blocks", place: 2, rival: "CtxL" },
  { ranking: "bytes", place: 1, rival: "CtxL" },
];
