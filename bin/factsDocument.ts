import type { FactScope } from '../src/core/facts/definition';
import type { FactType } from '../src/core/facts/column';
import { FACTS } from '../src/core/facts/registry';
import { loadRulePack } from '../src/core/check/loadRulePack';

const TYPES: Readonly<Record<FactType, string>> = {
  text: '文本',
  names: '名单',
  date: '日期',
  limit: '时限',
  boolean: '是否',
  enum: '选项',
  number: '数',
};
const SCOPES: Readonly<Record<FactScope, string>> = { cell: '单元格', row: '本行', column: '本栏', ledger: '全台账' };

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const code = (ids: readonly string[]): string => ids.map((id) => `\`${id}\``).join(' ');

/** `docs/facts.md`: one table of all fields and derived facts with type, scope and meaning. */
export function factsDocument(files: ReadonlyMap<string, string>): string {
  const loaded = loadRulePack(files);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => JSON.stringify(problem)).join('\n'));
  const lines = [
    '# 字段与派生事实',
    '',
    '由 `npx tsx bin/build-facts-doc.ts` 从 `rules/fields.json` 和 `src/core/facts` 生成，不要手改。规则可以引用下列任何一个名称。',
    '',
    '“变动范围”指改动一个单元格后需要重新判断的最小范围。空白不是值：除 `isBlank`、`isPresent` 外，空白、读不出、缺栏的值对任何条件都是“不知道”。',
    '',
    '| 名称 | 中文名 | 类型 | 变动范围 | 取自 | 含义 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...loaded.value.fields.map(({ id, label, type, vocabulary, personal }) => {
      const notes = [vocabulary ? `取值见词表 ${vocabulary}` : '', personal ? '个人信息，对外遮蔽' : ''];
      return row(`\`${id}\``, label, TYPES[type], SCOPES.cell, '台账', notes.filter((note) => note !== '').join('；'));
    }),
    ...FACTS.map(({ id, label, type, scope, inputs, meaning }) =>
      row(`\`${id}\``, label, TYPES[type], SCOPES[scope], code(inputs), meaning),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
