import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, ReportDocument } from '../../../src/core/reports/document';
import { renderByPackage, renderDocuments } from '../../../src/hosts/docx/renderDocuments';
import { FORM_WORDS } from '../../../src/text/zh-CN/reports/form';

const ABOUT = { title: '群众<诉求>办理文书', creator: '某县司法局' };

type Render = typeof renderDocuments;

/** All parts of the file, but for when it was made. */
async function parts(render: Render, documents: readonly ReportDocument[]): Promise<Record<string, string>> {
  const files = unzipSync(await render(documents, ABOUT, FORM_WORDS));
  return Object.fromEntries(
    Object.entries(files).map(([name, data]) => [name, strFromU8(data).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')]),
  );
}

async function areAlike(documents: readonly ReportDocument[]): Promise<void> {
  const [ours, theirs] = [await parts(renderDocuments, documents), await parts(renderByPackage, documents)];
  assert.deepEqual(Object.keys(ours), Object.keys(theirs));
  for (const [name, xml] of Object.entries(ours))
    // From the first difference on: the parts are long.
    if (xml !== theirs[name]) assert.equal(...fromDifference(xml, theirs[name] ?? ''), name);
}

function fromDifference(a: string, b: string): [string, string] {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return [a.slice(at, at + 300), b.slice(at, at + 300)];
}

const text = fc.oneof(
  fc.constantFrom(
    ...['', '反映道路未硬化', '（请填写：文号）', '依照（请填写：条款）办理\n另行（请填写：日期）', ' 前后有空白 '],
    ...['甲\n\n乙', '\n', '<w:p>&amp;"\'</w:p>', '\t制表\r\n回车', '甲\u0000乙\ud83d丙𠮷', '文', '司'.repeat(40)],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const align = fc.constantFrom('left' as const, 'center' as const);
const level = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const cells = fc.array(text, { minLength: 1, maxLength: 3 });
const labelled = fc.array(fc.record({ label: text, text }), { minLength: 1, maxLength: 2 });

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('title', 'number', 'addressee', 'attachment', 'note', 'paragraph', 'cut'),
    text,
  }) as fc.Arbitrary<Block>,
  fc.record({ kind: fc.constant('heading' as const), level, text }),
  fc.record({
    kind: fc.constant('table' as const),
    caption: text,
    columns: fc.array(fc.record({ heading: text, width: fc.integer({ min: 1, max: 9 }), align }), {
      minLength: 1,
      maxLength: 3,
    }),
    rows: fc.array(cells, { maxLength: 15 }),
  }),
  fc.record({ kind: fc.constant('form' as const), rows: fc.array(labelled, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('signature' as const), by: text, on: fc.constantFrom('', '2021年8月31日') }),
  fc.record({ kind: fc.constant('imprint' as const), copyTo: text, by: text, on: fc.constant('2021年8月31日') }),
  fc.constant({ kind: 'pageBreak' as const }),
);
const document = fc.array(block, { minLength: 1, maxLength: 8 }).map((blocks) => ({ name: '一份', blocks }));

describe('documents filled into forms', () => {
  it('are byte for byte what the docx package writes', () =>
    fc.assert(fc.asyncProperty(fc.array(document, { minLength: 1, maxLength: 5 }), areAlike), { numRuns: 15 }));

  it('are the same where they end with a table, a slip or nothing', async () => {
    const ending: readonly (readonly Block[])[] = [
      [{ kind: 'imprint', copyTo: '甲', by: '某局', on: '2021年8月31日' }],
      [
        { kind: 'cut', text: '裁' },
        { kind: 'imprint', copyTo: '', by: '某局', on: '2021年8月31日' },
      ],
      [],
      [{ kind: 'pageBreak' }],
    ];
    const documents = ending.map((blocks) => ({ name: '一份', blocks }));
    await areAlike(documents);
    await areAlike([...documents].reverse());
    for (const one of documents) await areAlike([one]);
  });
});
