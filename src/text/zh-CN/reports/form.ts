/** The words of the form of official documents itself. */
export const FORM_WORDS = {
  copyTo: (names: string) => `抄送：${names}`,
  printedOn: (day: string) => `${day}印发`,
  addressee: (name: string) => `${name}：`,
};
