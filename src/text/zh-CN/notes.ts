import type { WriteReport } from '../../core/writeplan/plan';
import { fill, type Sentences } from './sentence';

type Note = WriteReport['notes'][number];

/** What a write did not do, and why, by the code of the host's note. */
export const NOTE_SENTENCES: Sentences = {
  'ledger-sheet-protected': '工作表“{sheet}”受保护，没有在右侧添加督查列，结果只写在督查工作表中。',
  'columns-no-room': '工作表“{sheet}”右侧已没有空列，没有添加督查列，结果只写在督查工作表中。',
  'formulas-kept': '督查列中有 {count} 个单元格被改成了公式，未覆盖；请清除后重新写入。',
  'links-limited': '“{sheet}”中有 {without} 行没有加链接（Excel 对链接数有上限），请按单元格地址查找。',
  'rows-limited': '“{sheet}”超出工作表的行数上限，只写入前 {rows} 行。',
  'filter-not-grown': '“{sheet}”正在筛选，结果列没有并入筛选区域；排序之前，请清除筛选后再写回一次。',
  'table-not-grown':
    '“{sheet}”中的表格没有扩展到结果列（正在筛选，或 Excel 版本较旧）；排序之前，请清除筛选后再写回一次。',
  'page-setup-left-out': '“{sheet}”没有设置打印页面（这台电脑可能没有安装打印机）；需要打印时请自行设置。',
  'page-setup-too-old':
    '“{sheet}”没有设置打印页面，也没有筛选按钮（需要 Office 2021 或更新的版本）；需要打印的，请下载报表文件。',
  'charts-left-out':
    '“{sheet}”中的 {charts} 幅图没有画出（需要 Excel 2019 或更新的版本），数据都在表中；需要图的，请下载报表文件。',
  'charts-plain': '“{sheet}”中的图已画出，但这台电脑上的 Excel 没有接受图的样式，用的是它自己的样式。',
  'sheet-removed': '“{sheet}”是以前写入的，这次没有这张表，已删去。',
  'sheet-not-removed': '“{sheet}”是以前写入的，这次没有这张表，没能删去；请自行删去，以免误用。',
  'sheet-from-before':
    '“{sheet}”是以前写入的，这次没有这张表；表中填有督查评分，原样留着。读回评分后请删去，以免误用。',
  'signature-invalidated': '这份文件有数字签名；添加内容后，另存的文件签名失效。',
};

/** A host's note in one sentence. */
export const sayNote = ({ code, params }: Note): string =>
  fill(NOTE_SENTENCES[code] ?? '有一项未能写入（代码 {code}）。', { code, ...params });

/** A host's notes, each in one sentence; what holds of several sheets is said once. */
export const sayNotes = (notes: readonly Note[]): readonly string[] => mergeNotes(notes).map(sayNote);

/** What may hold of many sheets at once: said once for all of them. */
const MERGED: ReadonlySet<string> = new Set([
  'charts-left-out',
  'charts-plain',
  'page-setup-left-out',
  'page-setup-too-old',
  'sheet-removed',
  'sheet-not-removed',
]);

/** Notes that say the same of several sheets as one, which names them all and counts together what it counts. */
function mergeNotes(notes: readonly Note[]): readonly Note[] {
  const merged = new Map<string, Note>();
  notes.forEach((note, at) => {
    const key = MERGED.has(note.code) ? note.code : String(at);
    const before = merged.get(key);
    merged.set(key, before ? { code: note.code, params: together(before.params, note.params) } : note);
  });
  return [...merged.values()];
}

function together(a: Note['params'], b: Note['params']): Note['params'] {
  return Object.fromEntries(
    Object.entries(a).map(([key, one]) => {
      const other = b[key] ?? '';
      return [key, typeof one === 'number' && typeof other === 'number' ? one + other : `${one}”、“${other}`];
    }),
  );
}
