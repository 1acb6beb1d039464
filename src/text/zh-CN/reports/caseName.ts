/** A case by its number, or by its row for want of one; with its file where there are several. */
export function caseName(caseNo: string, file: string | null, row: number): string {
  const name = caseNo === '' ? `第 ${row} 行` : caseNo;
  return file === null ? name : `${name}（${file}）`;
}
