/** The few words that a written workbook itself needs, whichever host writes it; they stand in sheet names and footers. */

/** Excel's codes for the page and the number of pages, in the middle of every printed page. */
export const PAGE_FOOTER = '第 &P 页，共 &N 页';

/** The name of a sheet whose own name is taken by a sheet of the user's. */
export const numberedName = (name: string, n: number): string => `${name}（${n}）`;
