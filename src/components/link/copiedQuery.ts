/** What is put behind the addresses that the reader copies on this page: the customer's names, when the reader wants them. */
export const copiedQuery = { value: "" };
