import { formatIso } from '../src/core/dates/civil';
import { loadRulePack } from '../src/core/check/loadRulePack';
import type { FactType, FactValue } from '../src/core/facts/column';
import { FACTS } from '../src/core/facts/registry';
import { factsRead } from '../src/core/rules/judge';
import { CORE_LEXICONS, type WordMatch } from '../src/core/rules/lint/coreLexicons';
import { preorder } from '../src/core/rules/lint/coverage';
import type { PackFiles } from '../src/core/rules/loadPack';
import { OPERATORS } from '../src/core/rules/operators';
import type { OperandKind } from '../src/core/rules/operators';
import type { ExampleFacts, Rule, RulePack } from '../src/core/rules/pack';
import {
  sayCondition,
  sayFactValue,
  sayTemplate,
  OPERATOR_PHRASES,
  type FactNames,
} from '../src/text/zh-CN/rules/conditions';
import { factNames } from '../src/text/zh-CN/rules/names';
import { sayScheme } from '../src/text/zh-CN/scoringOutline';
import { CONDUCT_WORDS, HARDSHIP_WORDS, MERIT_WORDS, SEVERITY_WORDS } from '../src/text/zh-CN/words';

const GENERATED = '由 `npx tsx bin/build-rule-docs.ts` 从 `rules/` 生成，不要手改。';
const KINDS = { flagged: '有问题', clean: '没有问题', cannotJudge: '无法判定', notApplicable: '不适用' } as const;
const AXES = { merit: '是否在政策范围内', conduct: '诉求活动中的行为', hardship: '生活困难' } as const;
const AXIS_VALUES: Readonly<Record<string, string>> = { ...HARDSHIP_WORDS, ...CONDUCT_WORDS, ...MERIT_WORDS };
const TYPES: Readonly<Record<FactType, string>> = {
  text: '文本',
  names: '名单',
  date: '日期',
  limit: '时限',
  boolean: '是否',
  enum: '选项',
  number: '数',
};
const OPERANDS: Readonly<Record<OperandKind, string>> = {
  none: '不写，或写 true',
  value: '一个同类的值、参数或另一个事实',
  values: '同类的值的列表 [ ]',
  item: '一个文字',
  words: '词的列表 [ ]、参数，或 { "lexicon": "词表名" }',
  pattern: '一个正则表达式（RE2 写法）',
};
const MATCHES: Readonly<Record<WordMatch, string>> = {
  found: '文中写有其中任何一个即可',
  quoted: '取文中最长的一个，提示里引用它',
  cut: '从文中去掉这些词，看还剩什么',
  whole: '整格只有这个词才算',
};

/** A cell of a table: bars and line breaks would end it. */
const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows.map((cells) => row(...cells)),
];
const page = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Every page of `docs/rules/` by its file name. */
export function ruleDocuments(files: PackFiles): ReadonlyMap<string, string> {
  const loaded = loadRulePack(files);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => JSON.stringify(problem)).join('\n'));
  const pack = loaded.value;
  const names = factNames(pack);
  const ruleFiles = [...new Set(pack.rules.map(({ file }) => file))];
  const titles = new Map(ruleFiles.map((file) => [file, titleOf(files, file)]));
  return new Map([
    ['README.md', indexPage(pack, titles)],
    ...ruleFiles.map((file): [string, string] => [
      `${file.replace(/\.json$/, '')}.md`,
      rulePage(pack, file, titles.get(file) ?? file, names),
    ]),
    ['operators.md', operatorPage()],
    ['lexicons.md', lexiconPage(pack)],
    ...scoringPage(pack),
  ]);
}

function titleOf(files: PackFiles, file: string): string {
  const content = files.get(file) ?? '';
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return (JSON.parse(text) as { title: string }).title;
}

function indexPage(pack: RulePack, titles: ReadonlyMap<string, string>): string {
  return page([
    '# 规则一览',
    '',
    GENERATED,
    '',
    `规则包 ${pack.name} ${pack.version}，${pack.rules.length} 条规则。怎样修改见 [规则维护指南](../../rules/README.md)；字段和事实见 [字段与派生事实](../facts.md)；运算符见 [运算符](operators.md)；词表和取值表见 [词表](lexicons.md)；考核办法见 [考核办法](scoring.md)。`,
    ...[...titles].flatMap(([file, title]) => {
      const link = `${file.replace(/\.json$/, '')}.md`;
      const rules = pack.rules.filter((rule) => rule.file === file);
      return [
        '',
        `## [${title}](${link})（${file}）`,
        '',
        ...table(
          ['名称', '规则', '严重程度', '参数'],
          rules.map((rule) => [
            `[${rule.title}](${link}#${rule.name})`,
            `\`${rule.name}\``,
            SEVERITY_WORDS[rule.severity],
            parametersOf(rule),
          ]),
        ),
      ];
    }),
  ]);
}

const parametersOf = ({ parameters }: Rule): string =>
  Object.entries(parameters)
    .map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join('、') : String(value)}`)
    .join('；');

function rulePage(pack: RulePack, file: string, title: string, names: FactNames): string {
  const rules = pack.rules.filter((rule) => rule.file === file);
  return page([
    `# ${title}（${file}）`,
    '',
    GENERATED,
    '',
    '引号里的是字段和事实的中文名，见 [字段与派生事实](../facts.md)。“空”指没有填；没有列出的字段在例子里当作台账没有这一列。',
    ...rules.flatMap((rule) => ruleSection(rule, pack, names)),
    ...(pack.suggestions.length > 0 && file === 'classification.json' ? suggestionSection(pack, names) : []),
  ]);
}

function ruleSection(rule: Rule, pack: RulePack, names: FactNames): readonly string[] {
  const parameters = parametersOf(rule);
  const lexicons = lexiconsOf(rule).filter((name) => pack.lexicons.has(name));
  return [
    '',
    `<a id="${rule.name}"></a>`,
    '',
    `## ${rule.title}`,
    '',
    ...table(
      ['', ''],
      [
        ['规则名', `\`${rule.name}\``],
        ['严重程度', SEVERITY_WORDS[rule.severity] + (rule.mendable ? '' : '；已成事实，只作记录')],
        ['依据', rule.basis],
        ['什么情况下才看', rule.appliesWhen ? sayCondition(rule.appliesWhen, names) : '每一件'],
        ['什么算有问题', sayCondition(rule.conditions, names)],
        ...(parameters === '' ? [] : [['参数', parameters]]),
        ...(lexicons.length === 0 ? [] : [['用到的词表', lexicons.map((name) => `\`${name}\``).join('、')]]),
        ['指向的栏', names.label(rule.field)],
        ['问题的说法', sayTemplate(rule.message, names)],
        ['整改建议', sayTemplate(rule.advice, names)],
        ...(isAsPack(rule, pack) ? [] : [['施行日期', sayEffective(rule)]]),
      ],
    ),
    '',
    ...table(
      ['例子', '结果'],
      (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
        rule.examples[kind].map((example) => [sayExample(example, names), KINDS[kind]]),
      ),
    ),
  ];
}

const isAsPack = (rule: Rule, pack: RulePack): boolean =>
  rule.effective.from === pack.effective.from && rule.effective.to === pack.effective.to;
const sayEffective = ({ effective: { from, to } }: Rule): string =>
  `${from === null ? '不限' : formatIso(from)} 至 ${to === null ? '不限' : formatIso(to)}`;

/** Lexicons that a rule names, or that the facts it reads rest on. */
function lexiconsOf(rule: Rule): readonly string[] {
  const named = [...preorder(rule.appliesWhen), ...preorder(rule.conditions)].flatMap((condition) =>
    condition.kind === 'leaf' && condition.operand.kind === 'words' && condition.operand.lexicon !== undefined
      ? [condition.operand.lexicon]
      : [],
  );
  const facts = factsRead(rule.appliesWhen, rule.conditions);
  const behind = CORE_LEXICONS.filter((lexicon) => lexicon.facts.some((fact) => facts.includes(fact)));
  return [...new Set([...named, ...behind.map(({ name }) => name)])];
}

function sayExample(example: ExampleFacts, names: FactNames): string {
  return Object.entries(example)
    .map(([fact, value]) => {
      const said =
        value === null
          ? '空'
          : typeof value === 'object' && 'unreadable' in value
            ? `“${value.unreadable}”（读不出）`
            : sayExampleValue(value, names.type(fact));
      return `${names.label(fact)}：${said}`;
    })
    .join('；');
}

const sayExampleValue = (value: FactValue, type: FactType | undefined): string =>
  typeof value === 'number' && Number.isNaN(value) ? '不是确定的日期' : sayFactValue(value, type);

function suggestionSection(pack: RulePack, names: FactNames): readonly string[] {
  return [
    '',
    '## 甄别建议（suggestions）',
    '',
    '只作建议，以台账里人工甄别的结果为准。词里的 `…` 代表同一小句里的至多 24 个字，`|` 分开可以互换的词。写有“除外的词”的小句不算。',
    '',
    ...table(
      ['名称', '轴', '建议', '证据', '查看的栏', '词', '除外的词', '依据'],
      pack.suggestions.map(({ name, axis, value, strength, fields, words, unless, basis }) => [
        `\`${name}\``,
        AXES[axis],
        AXIS_VALUES[value] ?? value,
        strength === 'strong' ? '强' : '弱',
        fields.map((field) => names.label(field)).join('、'),
        someOf(words),
        someOf(unless),
        basis.replace(/\{\w+\}/g, '（当时有效的条文）'),
      ]),
    ),
  ];
}

/** As many words as a table can bear; the file holds them all. */
const someOf = (words: readonly string[], most = 8): string =>
  words.slice(0, most).join('、') + (words.length > most ? ` …… 共 ${words.length} 个` : '');

/** The 考核办法 as it is read out; no page for a pack without one. */
function scoringPage(pack: RulePack): readonly [string, string][] {
  const parts = sayScheme(pack);
  if (parts.length === 0) return [];
  const [{ text: title } = { text: '' }, ...rest] = parts;
  const lines = rest.flatMap(({ level, text }) =>
    level === 1 ? ['', `## ${text}`, ''] : level === 2 ? ['', text, ''] : [`- ${text}`],
  );
  const head = [
    `# ${title}（scoring.json）`,
    '',
    GENERATED,
    '',
    '怎样修改见 [规则维护指南](../../rules/README.md) 第七节。',
  ];
  // A blank line parts what stands on either side of it, however many asked for one.
  const apart = [...head, ...lines].filter((line, at, all) => line !== '' || all[at - 1] !== '');
  return [['scoring.md', page(apart.at(-1) === '' ? apart.slice(0, -1) : apart)]];
}

function operatorPage(): string {
  return page([
    '# 运算符',
    '',
    GENERATED,
    '',
    '写在条件的 `operator` 里。除 `isBlank`、`isPresent` 外，空白、读不出、缺列的值对任何运算符都是“未知”，既不算成立，也不算不成立。',
    '',
    ...table(
      ['运算符', '意思', '成立时的说法', '用于', 'value 写什么'],
      [...OPERATORS.values()].map(({ name, says, accepts, operand }) => [
        `\`${name}\``,
        says,
        (OPERATOR_PHRASES[name]?.[0] ?? '').replace('{}', '…'),
        accepts.map((type) => TYPES[type]).join('、'),
        OPERANDS[operand],
      ]),
    ),
    '',
    '`all`（全部成立）、`any`（任一成立）、`not`（不成立）可以互相嵌套，至多 16 层；`{ "condition": "名称" }` 引用同一文件 `conditions` 里的条件。',
  ]);
}

function lexiconPage(pack: RulePack): string {
  const facts = new Map(FACTS.map(({ id, label }) => [id, label]));
  return page([
    '# 词表和取值表',
    '',
    GENERATED,
    '',
    '## 词表',
    '',
    '增删词只改 `rules/lexicon/` 里的文件，一行一个词。“怎样找”为前三种的词表里，`…` 代表同一小句里的至多 24 个字，`|` 分开可以互换的词（`vague-limits`、`vague-units`、`phone-unknown`、`consent-refusals` 除外，它们只认原样的字）。',
    '',
    ...table(
      ['词表', '收什么', '词', '怎样找', '影响的事实', '影响的规则'],
      [...pack.lexicons.values()].map(({ name, title, words }) => {
        const core = CORE_LEXICONS.find((lexicon) => lexicon.name === name);
        const rules = pack.rules.filter((rule) => lexiconsOf(rule).includes(name));
        return [
          `\`${name}\``,
          title,
          someOf(words, 5),
          MATCHES[core?.match ?? 'found'],
          (core?.facts ?? []).flatMap((fact) => facts.get(fact) ?? []).join('、') || (core ? '每一栏是否算空白' : ''),
          rules.map(({ title: rule }) => rule).join('、'),
        ];
      }),
    ),
    '',
    '## 取值表',
    '',
    '栏里的写法归到哪个取值。封闭的取值表以外的写法读不出，开放的照原样保留。',
    ...[...pack.vocabularies.values()].flatMap(({ name, title, open, values }) => [
      '',
      `### ${title}（\`${name}\`，${open ? '开放' : '封闭'}）`,
      '',
      ...table(
        ['取值', '写法'],
        values.map(({ value, synonyms }) => [value, someOf(synonyms, 12)]),
      ),
    ]),
  ]);
}
