import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import type { Block, ReportDocument } from '../../../src/core/reports/document';
import { renderDocuments } from '../../../src/hosts/docx/renderDocuments';
import { FORM_WORDS } from '../../../src/text/zh-CN/reports/form';

const ABOUT = { title: '群众诉求办理文书', creator: '某县司法局' };

/** The parts of the file that some blocks are rendered as. */
async function parts(...documents: readonly (readonly Block[])[]): Promise<Readonly<Record<string, string>>> {
  const named: ReportDocument[] = documents.map((blocks, at) => ({ name: `第${at + 1}份`, blocks }));
  const bytes = await renderDocuments(named, ABOUT, FORM_WORDS);
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

const bodyOf = async (...blocks: readonly Block[]): Promise<string> => (await parts(blocks))['word/document.xml'] ?? '';

/** The paragraph that holds a text. */
const paragraphWith = (xml: string, text: string): string =>
  xml.split('<w:p>').find((one) => one.includes(text)) ?? assert.fail(`no paragraph with ${text}`);

/** The style that a paragraph is in. */
function styleOf(styles: string, paragraph: string): string {
  const id = /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1] ?? '';
  return styles.split('<w:style ').find((one) => one.includes(`w:styleId="${id}"`)) ?? assert.fail(`no style ${id}`);
}

const TABLE: Block = {
  kind: 'table',
  caption: '表1',
  columns: [
    { heading: '序号', width: 1, align: 'center' },
    { heading: '事项', width: 3, align: 'left' },
  ],
  rows: [
    ['1', '甲'],
    ['2', '乙'],
  ],
};

describe('documents as .docx', () => {
  it('are set in the official form: page, margins, lines, page number outside', async () => {
    const files = await parts([{ kind: 'paragraph', text: '正文' }]);
    const xml = files['word/document.xml'] ?? '';
    assert.match(xml, /<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"\/>/);
    assert.match(xml, /<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    assert.match(paragraphWith(xml, '正文'), /w:firstLine="640"/);
    const style = styleOf(files['word/styles.xml'] ?? '', paragraphWith(xml, '正文'));
    assert.match(style, /<w:spacing[^>]*w:line="560"[^>]*w:lineRule="exact"/);
    assert.match(style, /w:eastAsia="仿宋_GB2312"/);
    assert.match(style, /<w:sz w:val="32"\/>/);
    assert.match(files['word/settings.xml'] ?? '', /<w:evenAndOddHeaders/);
    const footers = Object.keys(files).filter((name) => /footer\d\.xml$/.test(name));
    assert.equal(footers.length, 2);
    for (const name of footers) assert.match(files[name] ?? '', /— [\s\S]*PAGE[\s\S]* —/);
  });

  it('name a stand-in for each face', async () => {
    const fonts = (await parts([{ kind: 'paragraph', text: '正文' }]))['word/fontTable.xml'] ?? '';
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312', '宋体'])
      assert.match(fonts, new RegExp(`w:name="${face}"><w:altName w:val="[^"]+,`));
  });

  it('start on a page of their own, each counting from 1, with one set of footers', async () => {
    const files = await parts([{ kind: 'paragraph', text: '甲' }], [{ kind: 'paragraph', text: '乙' }]);
    const xml = files['word/document.xml'] ?? '';
    assert.equal(xml.match(/<w:sectPr>/g)?.length, 2);
    assert.equal(xml.match(/<w:pgNumType w:start="1"\/>/g)?.length, 2);
    assert.equal(xml.match(/<w:footerReference/g)?.length, 2);
  });

  it('say who drew them up, and nothing of this machine', async () => {
    const core = (await parts([{ kind: 'paragraph', text: '正文' }]))['docProps/core.xml'] ?? '';
    assert.match(core, /<dc:title>群众诉求办理文书<\/dc:title>/);
    assert.match(core, /<dc:creator>某县司法局<\/dc:creator>/);
    assert.match(core, /<cp:lastModifiedBy>某县司法局<\/cp:lastModifiedBy>/);
  });

  it('set headings in the faces of their levels', async () => {
    const files = await parts([
      { kind: 'heading', level: 1, text: '一、甲' },
      { kind: 'heading', level: 2, text: '（一）乙' },
      { kind: 'heading', level: 3, text: '1．丙' },
      { kind: 'title', text: '标题' },
    ]);
    const xml = files['word/document.xml'] ?? '';
    const face = (text: string): string | undefined =>
      /w:eastAsia="([^"]+)"/.exec(styleOf(files['word/styles.xml'] ?? '', paragraphWith(xml, text)))?.[1];
    assert.deepEqual(['一、甲', '（一）乙', '1．丙', '标题'].map(face), [
      '黑体',
      '楷体_GB2312',
      '仿宋_GB2312',
      '方正小标宋简体',
    ]);
    for (const text of ['一、甲', '（一）乙']) assert.match(paragraphWith(xml, text), /<w:keepNext\/>/);
  });

  it('mark what a person has to fill in', async () => {
    const xml = await bodyOf({ kind: 'paragraph', text: '依照（请填写：条款）办理' });
    const run = xml.split('<w:r>').find((one) => one.includes('（请填写：条款）')) ?? '';
    assert.match(run, /<w:u w:val="dotted"\/>/);
    assert.match(run, /<w:shd /);
    const plain = xml.split('<w:r>').find((one) => one.includes('依照')) ?? '';
    assert.doesNotMatch(plain, /<w:u |<w:shd /);
  });

  it('repeat the head of a table and cut no row', async () => {
    const xml = await bodyOf(TABLE);
    assert.equal(xml.match(/<w:tblHeader\/>/g)?.length, 1);
    assert.equal(xml.match(/<w:cantSplit\/>/g)?.length, 3);
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    assert.equal(
      widths.reduce((a, b) => a + b, 0),
      8844,
    );
  });

  it('put the date four letters from the right, the signature centred on it as far as the edge lets it be', async () => {
    const short = await bodyOf({ kind: 'signature', by: '某县司法局', on: '2021年8月31日' });
    assert.match(paragraphWith(short, '2021年8月31日'), /<w:ind w:right="1280"\/>/);
    const by = Number(/<w:ind w:right="(\d+)"/.exec(paragraphWith(short, '某县司法局'))?.[1]);
    // Six and a half letters of date over five of name.
    assert.equal(by, 1280 + 320 * 0.75);
    const long = await bodyOf({ kind: 'signature', by: '某'.repeat(23), on: '2021年8月31日' });
    assert.match(paragraphWith(long, '某某某'), /<w:ind w:right="640"\/>/);
  });

  it('keep the last paragraph with the signature, and the signature with the date', async () => {
    const xml = await bodyOf(
      { kind: 'paragraph', text: '前文' },
      { kind: 'paragraph', text: '末段' },
      { kind: 'signature', by: '某县司法局', on: '2021年8月31日' },
    );
    assert.doesNotMatch(paragraphWith(xml, '前文'), /<w:keepNext\/>/);
    assert.match(paragraphWith(xml, '末段'), /<w:keepNext\/>/);
    assert.match(paragraphWith(xml, '某县司法局'), /<w:keepNext\/>/);
  });

  it('hold a slip together below the line where it is cut off', async () => {
    const xml = await bodyOf({ kind: 'paragraph', text: '正文' }, { kind: 'cut', text: '沿此线裁下' }, TABLE);
    assert.match(xml.slice(xml.indexOf('正文')), /<w:tbl>[\s\S]*沿此线裁下[\s\S]*<w:tbl>/);
    assert.match(paragraphWith(xml, '沿此线裁下'), /<w:top w:val="dashed"/);
  });

  it('start a long slip on a page of its own', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [String(at + 1), '甲']);
    const xml = await bodyOf({ kind: 'paragraph', text: '正文' }, { kind: 'cut', text: '裁' }, { ...TABLE, rows });
    assert.match(xml.slice(xml.indexOf('正文'), xml.indexOf('裁')), /<w:pageBreakBefore\/>/);
  });

  it('print 版记 on one line where it fits, on two where it does not', async () => {
    const short = await bodyOf({ kind: 'imprint', copyTo: '甲某', by: '某县司法局', on: '2021年8月31日' });
    assert.match(short, /抄送：甲某/);
    assert.equal(short.match(/<w:framePr /g)?.length, 2);
    assert.doesNotMatch(paragraphWith(short, '某县司法局'), /<w:br\/>/);
    const long = await bodyOf({ kind: 'imprint', copyTo: '', by: '某'.repeat(23), on: '2021年8月31日' });
    assert.equal(long.match(/<w:framePr /g)?.length, 1);
    assert.match(paragraphWith(long, '2021年8月31日印发'), /<w:br\/>[\s\S]*<w:tab\/>/);
  });

  it('stand 版记 at the foot of the page of the date, on a page apart from the slip', async () => {
    const xml = await bodyOf(
      { kind: 'paragraph', text: '正文' },
      { kind: 'signature', by: '某县司法局', on: '2021年8月31日' },
      { kind: 'imprint', copyTo: '甲某', by: '', on: '' },
      { kind: 'cut', text: '沿此线裁下' },
      TABLE,
    );
    const frame = paragraphWith(xml, '抄送：甲某');
    assert.match(frame, /<w:framePr [^>]*w:vAnchor="margin"[^>]*w:yAlign="bottom"/);
    assert.match(frame, /<w:top [^>]*\/><w:bottom [^>]*\/>/);
    assert.match(paragraphWith(xml, '2021年8月31日'), /<w:keepNext\/>/);
    // The room that it takes, kept with the date: a frame alone pushes nothing to the next page.
    const [room = ''] = xml.slice(xml.indexOf('抄送：甲某')).match(/<w:p>.*?<\/w:p>/u) ?? [];
    assert.match(room, /<w:spacing w:line="720" w:lineRule="exact"\/>/);
    assert.match(xml.slice(xml.indexOf('抄送：甲某'), xml.indexOf('沿此线裁下')), /<w:pageBreakBefore\/>/);
  });

  it('keep the rows of a form on one page', async () => {
    const pair = (label: string) => [{ label, text: '' }];
    const xml = await bodyOf({ kind: 'form', rows: [pair('主要负责人'), pair('回复日期')] });
    assert.match(paragraphWith(xml, '主要负责人'), /<w:keepNext\/>/);
    assert.doesNotMatch(paragraphWith(xml, '回复日期'), /<w:keepNext\/>/);
  });

  it('draw charts of their own numbers', async () => {
    const files = await parts([
      {
        kind: 'bars',
        form: 'parts',
        title: '各单位办理情况',
        unit: '件',
        series: ['办结', '在办'],
        bars: [
          { label: '办公室', values: [3, 4] },
          { label: '法制监督股', values: [5, 0] },
        ],
      },
    ]);
    const chart = Object.entries(files).find(([name]) => /charts\/chart\d*\.xml$/.test(name))?.[1] ?? '';
    assert.match(chart, /各单位办理情况（件）/);
    for (const text of ['办公室', '法制监督股', '办结', '在办', '<c:v>5</c:v>']) assert.ok(chart.includes(text), text);
  });

  it('leave out what XML can’t hold', async () => {
    const xml = await bodyOf({ kind: 'paragraph', text: '甲\u0000\u000b乙\ud83d丙<&>' });
    assert.match(xml, /甲乙丙&lt;&amp;&gt;/);
  });
});
