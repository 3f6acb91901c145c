[
  { form: "plain", hex: "4c 65 61 6b" },
  { form: "protected", hex: "4c 65 61 eb" },
  { form: "backwards", hex: "6b 61 65 4c" },
];
