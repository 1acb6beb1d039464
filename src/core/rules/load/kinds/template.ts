import type {
  DocumentTemplate,
  FormCell,
  TemplateBlock,
  TemplateColumn,
  Wording,
} from '../../../reports/templates/template';
import { TEMPLATE_KIND } from '../../../reports/templates/template';
import { DOCUMENT_KINDS, VOCABULARY } from '../../../reports/templates/vocabulary';
import type { JsonNode } from '../json';
import type { Members, Reading } from '../reading';
import { excerpt } from '../report';
import { TEXT, choice, fileShape, listOf, may, must, objectOf, shape, whole } from '../shape';
import { meant, readWording, type Names } from '../wording';
import type { FileKind } from './kind';

const COLUMN = shape({
  heading: must('表头。', TEXT),
  cell: must('格里写什么；{名称} 换成这一行的值。', TEXT),
  width: must('列宽，与其他列相比的份数。', whole(1)),
  align: may('left 靠左，center 居中；不写为居中。', choice({ left: '靠左', center: '居中' })),
});

const BLOCK = shape({
  title: may('另起一份的标题（如回执）。', TEXT),
  heading: may('小标题；开头写“一、”“（一）”“1．”“（1）”，字体随序号。', TEXT),
  paragraph: may('一段正文。', TEXT),
  attachment: may('附件说明，如“附件：……”。', TEXT),
  note: may('不缩进的说明。', TEXT),
  cut: may('裁切线上的字，以下为回执。', TEXT),
  form: may('表格：每行写“名称, 内容”或“名称, 内容, 名称, 内容”。', listOf(listOf(TEXT, 2), 1)),
  table: may('把一个清单列成表：清单的名称。', TEXT),
  caption: may('表的标题。', TEXT),
  columns: may('表的各列。', listOf(objectOf(COLUMN), 1)),
  chart: may('放一张图：图的名称。', TEXT),
  each: may('清单里每一项各写一段：清单的名称。', TEXT),
  when: may('这个内容有值才写：内容的名称。', TEXT),
  unless: may('这个内容没有值才写：内容的名称。', TEXT),
});

/** The keys that say what a block is; each block has one. */
const KINDS = ['title', 'heading', 'paragraph', 'attachment', 'note', 'cut', 'form', 'table', 'chart'] as const;
type BlockKind = (typeof KINDS)[number];

/** `templates/*.json`: how the documents that go out are worded, so that an office can replace them. */
export const TEMPLATE: FileKind<DocumentTemplate> = {
  id: TEMPLATE_KIND,
  says: '文书模板',
  files: ['templates/*.json'],
  claims: ({ document }) => ({
    name: document,
    key: 'document',
    refused: 'rules-template-twice',
    params: { document: DOCUMENT_KINDS[document] },
  }),
  shape: fileShape({
    document: must('是哪一种文书的模板；每种只能有一个。', choice(DOCUMENT_KINDS)),
    name: must('文书的名称。', TEXT),
    title: must('标题。', TEXT),
    number: may('文号；代字和序号由人填写，写成（请填写：……）。', TEXT),
    addressee: may('主送，不写冒号。', TEXT),
    body: must('正文，从上到下。', listOf(objectOf(BLOCK), 1)),
    receipt: may('署名、日期之后的回执，由收到的单位填好送回。', listOf(objectOf(BLOCK), 1)),
    signature: may('署名。', TEXT),
    date: may('成文日期。', TEXT),
    copyTo: may('抄送；没有值时不印。', TEXT),
    printedBy: may('印发机关；不写就没有印发这一行。', TEXT),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    const document = top && reading.choice(top, 'document', DOCUMENT_KINDS);
    if (!top || !document) return null;
    const { placeholders, lists, charts } = VOCABULARY[document];
    const names: TemplateNames = { placeholders, lists, charts, document: DOCUMENT_KINDS[document] };
    const wording = (key: string): Wording | null => wordingOf(top, key, reading, names);
    const title = wording('title');
    const name = reading.text(top, 'name');
    return {
      document,
      name: name ?? '',
      title: title ?? [],
      number: wording('number'),
      addressee: wording('addressee'),
      body: readBlocks(top, 'body', reading, names),
      receipt: readBlocks(top, 'receipt', reading, names),
      signature: wording('signature'),
      date: wording('date'),
      copyTo: wording('copyTo'),
      printedBy: wording('printedBy'),
    };
  },
};

interface TemplateNames extends Names {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly charts: readonly string[];
}

function wordingOf(members: Members, key: string, reading: Reading, names: Names): Wording | null {
  const node = members.get(key)?.value;
  return node ? readWording(node, key, reading, names) : null;
}

function readBlocks(top: Members, key: string, reading: Reading, names: TemplateNames): readonly TemplateBlock[] {
  const items = reading.items(top, key);
  if (items?.length === 0) reading.refuse(top.get(key)?.value.offset ?? 0, 'rules-value-empty', { key });
  return (items ?? []).flatMap((node) => readBlock(node, reading, names) ?? []);
}

function readBlock(node: JsonNode, reading: Reading, names: TemplateNames): TemplateBlock | null {
  const members = reading.object(node, BLOCK);
  if (!members) return null;
  const kinds = KINDS.filter((kind) => members.has(kind));
  const [kind, second] = kinds;
  if (kind === undefined) return reading.refuse(node.offset, 'rules-block-without-kind', { choices: KINDS });
  if (second !== undefined)
    return reading.refuse(members.get(second)?.offset ?? node.offset, 'rules-block-two-kinds', { kind, other: second });
  for (const [key, owner] of BELONGS) {
    const member = members.get(key);
    if (member && !owner.includes(kind)) reading.refuse(member.offset, 'rules-block-key', { key, owner, kind });
  }
  const shown = {
    when: nameIn(members, 'when', names.placeholders, reading, names),
    unless: nameIn(members, 'unless', names.placeholders, reading, names),
  };
  if (kind === 'form') return { ...shown, kind, rows: readForm(members, reading, names) };
  if (kind === 'chart') {
    const chart = nameIn(members, 'chart', names.charts, reading, names);
    return chart === null ? null : { ...shown, kind, chart };
  }
  if (kind === 'table') return readTable(members, node, shown, reading, names);
  const each = nameIn(members, 'each', Object.keys(names.lists), reading, names);
  const text = wordingOf(members, kind, reading, withList(names, each));
  if (text === null) return null;
  return kind === 'title' ? { ...shown, kind, text, each: null } : { ...shown, kind, text, each };
}

/** Keys that only blocks of some kinds may have. */
const BELONGS: readonly (readonly [string, readonly BlockKind[]])[] = [
  ['each', ['heading', 'paragraph', 'attachment', 'note']],
  ['columns', ['table']],
  ['caption', ['table']],
];

const withList = (names: TemplateNames, list: string | null): TemplateNames =>
  list === null ? names : { ...names, placeholders: [...(names.lists[list] ?? []), ...names.placeholders] };

/** A name out of those there are; any other is refused. */
function nameIn(
  members: Members,
  key: string,
  choices: readonly string[],
  reading: Reading,
  { document }: Names,
): string | null {
  const node = members.get(key)?.value;
  const name = node && reading.textOf(node, key);
  if (!node || name === null || name === undefined) return null;
  if (choices.includes(name)) return name;
  const params = () => ({ key, name: excerpt(name), document, ...meant(name, choices) });
  return reading.refuse(node.offset, 'rules-template-name-unknown', params);
}

function readForm(members: Members, reading: Reading, names: TemplateNames): readonly (readonly FormCell[])[] {
  const rows: FormCell[][] = [];
  for (const node of reading.items(members, 'form') ?? []) {
    if (node.kind !== 'array') {
      reading.refuse(node.offset, 'rules-form-row', {});
      continue;
    }
    if (node.items.length !== 2 && node.items.length !== 4) {
      reading.refuse(node.offset, 'rules-form-row', {});
      continue;
    }
    const cells: FormCell[] = [];
    for (let at = 0; at < node.items.length; at += 2) {
      const [label, text] = [node.items[at], node.items[at + 1]];
      const said = label && reading.textOf(label, 'form', true);
      const wording =
        text &&
        (text.kind === 'string' ? readWording(text, 'form', reading, names) : reading.textOf(text, 'form', true));
      if (said && wording && typeof wording !== 'string') cells.push({ label: said, text: wording });
    }
    rows.push(cells);
  }
  return rows;
}

function readTable(
  members: Members,
  node: JsonNode,
  shown: Pick<TemplateBlock, 'when' | 'unless'>,
  reading: Reading,
  names: TemplateNames,
): TemplateBlock | null {
  const list = nameIn(members, 'table', Object.keys(names.lists), reading, names);
  const caption = wordingOf(members, 'caption', reading, names);
  const items = reading.items(members, 'columns');
  if (!members.has('columns')) reading.refuse(node.offset, 'rules-key-missing', { key: 'columns' });
  if (items?.length === 0)
    reading.refuse(members.get('columns')?.value.offset ?? node.offset, 'rules-value-empty', { key: 'columns' });
  if (list === null) return null;
  const columns: TemplateColumn[] = [];
  for (const item of items ?? []) {
    const column = reading.object(item, COLUMN);
    const heading = column && reading.text(column, 'heading');
    const cell = column && wordingOf(column, 'cell', reading, withList(names, list));
    const width = column && reading.whole(column, 'width', 1);
    const align = column && reading.choice(column, 'align', { left: '靠左', center: '居中' });
    if (heading && cell && width !== null) columns.push({ heading, cell, width, align: align ?? 'center' });
  }
  return { ...shown, kind: 'table', list, caption: caption ?? [], columns };
}
