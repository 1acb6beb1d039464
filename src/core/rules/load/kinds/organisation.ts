import type { Organisation, Person, Unit } from '../../pack';
import type { JsonNode } from '../json';
import type { Members, Reading } from '../reading';
import { DATE_OR_NULL, TEXT, fileShape, listOf, may, must, objectOf, shape } from '../shape';
import type { FileKind } from './kind';

const UNIT = shape({
  name: must('机构的规范名称，台账“责任股室”一栏以它为准。', TEXT),
  group: must('所属组别，如 股室、司法所；考核按组别排名。', TEXT),
  aliases: may('台账里会出现的其他写法，如简称、带“局”“县”字的写法。', listOf(TEXT)),
  sponsor: may('分管（包保）领导姓名。', TEXT),
});

const PATTERN = shape({
  suffix: must('名称以这几个字结尾的都算本单位机构，如 司法所。', TEXT),
  group: must('这类机构所属组别。', TEXT),
});

const PERSON = shape({
  name: must('姓名，两字姓名中间不加空格。', TEXT),
  posts: must('职务，可写几个。', listOf(TEXT)),
  unit: may('所在机构，写 units 里的名称。', TEXT),
  from: may('任职起日；不写表示不限。', DATE_OR_NULL),
  to: may('任职止日；不写或 null 表示在任。', DATE_OR_NULL),
});

/** `organisation.json`: units, regular shapes of unit names, and who leads what from when to when. */
export const ORGANISATION: FileKind<Organisation> = {
  id: 'organisation',
  says: '机构与人员名册',
  files: ['organisation.json'],
  shape: fileShape({
    source: may('名册的出处。', TEXT),
    units: must('本单位的股室、中心、大队等机构。', listOf(objectOf(UNIT))),
    patterns: must('按名称结尾认定的机构。', listOf(objectOf(PATTERN))),
    people: must('可担任包案负责人的领导和股室负责人。', listOf(objectOf(PERSON))),
  }),
  read(root, reading) {
    const top = reading.object(root, this.shape);
    if (!top) return null;
    reading.text(top, 'source');
    const units = readUnits(top, reading);
    const patterns: { suffix: string; group: string }[] = [];
    for (const node of reading.items(top, 'patterns') ?? []) {
      const members = reading.object(node, PATTERN);
      const suffix = members && reading.text(members, 'suffix');
      const group = members && reading.text(members, 'group');
      if (suffix && group) patterns.push({ suffix, group });
    }
    const people = (reading.items(top, 'people') ?? []).map((node) => readPerson(node, units, reading));
    return { units, patterns, people: people.filter((person) => person !== null) };
  },
};

function readUnits(top: Members, reading: Reading): Unit[] {
  const units: Unit[] = [];
  const named = new Map<string, string>();
  for (const node of reading.items(top, 'units') ?? []) {
    const members = reading.object(node, UNIT);
    const name = members && reading.text(members, 'name');
    const group = members && reading.text(members, 'group');
    const aliases = (members && reading.texts(members, 'aliases')) ?? [];
    const sponsor = members && reading.text(members, 'sponsor');
    if (!members || !name) continue;
    for (const [spelling, offset] of [
      ...reading.textPlaces(members, 'name'),
      ...reading.textPlaces(members, 'aliases'),
    ]) {
      const other = named.get(spelling);
      // One spelling of two units could be read either way.
      if (other !== undefined) reading.refuse(offset, 'rules-spelling-twice', { spelling, value: name, other });
      else named.set(spelling, name);
    }
    if (group) units.push({ name, group, aliases, ...(sponsor === null ? {} : { sponsor }) });
  }
  return units;
}

function readPerson(node: JsonNode, units: readonly Unit[], reading: Reading): Person | null {
  const members = reading.object(node, PERSON);
  const name = members && reading.text(members, 'name');
  const posts = members && reading.texts(members, 'posts');
  if (!members || !name || !posts) return null;
  const unit = reading.text(members, 'unit');
  const { from, to } = reading.span(members);
  return { name, posts, ...(unit === null ? {} : { unit }), from, to };
}
