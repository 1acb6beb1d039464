import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { DATE_CODES, LIMIT_CODES } from '../../src/core/dates/codes';
import { NOTE_SENTENCES } from '../../src/text/zh-CN/notes';
import { PROBLEM_SENTENCES } from '../../src/text/zh-CN/problems';
import { UNKNOWN_SENTENCES, UNREADABLE_SENTENCES } from '../../src/text/zh-CN/reasonSentences';

const ROOT = path.resolve(__dirname, '../..');
/** Everything that runs for a user: the product, and what a browser loads of it. */
const SOURCES = ['src', 'addin'].map((folder) => path.join(ROOT, folder));

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const below = path.join(folder, entry.name);
    return entry.isDirectory() ? sources(below) : /\.tsx?$/.test(entry.name) ? [below] : [];
  });
}

const CODE = /^[a-z0-9]+(-[a-z0-9]+)+$/;

/** Calls whose first (or second, where an offset comes first) literal argument is a problem's code. */
const PROBLEM_CALLS: ReadonlySet<string> = new Set([
  'problem',
  'refuse',
  'add',
  'warn',
  'refused',
  'stop',
  'slip',
  'skipped',
]);

interface Found {
  readonly problems: Map<string, string>;
  readonly unknowns: Map<string, string>;
  readonly notes: Map<string, string>;
}

/** Every code that a literal in the sources emits: in calls of `problem`, as `unknown:` or `unreadable:`, in notes. */
function codesIn(): Found {
  const found: Found = { problems: new Map(), unknowns: new Map(), notes: new Map() };
  for (const file of SOURCES.flatMap(sources)) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
    const literals = (node: ts.Node | undefined): string[] => {
      if (node === undefined) return [];
      if (ts.isStringLiteralLike(node)) return [node.text];
      if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
      return [];
    };
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node)) {
        const { expression } = node;
        const name = ts.isIdentifier(expression)
          ? expression.text
          : ts.isPropertyAccessExpression(expression)
            ? expression.name.text
            : '';
        if (PROBLEM_CALLS.has(name)) {
          for (const code of node.arguments.slice(0, 2).flatMap(literals)) {
            if (CODE.test(code)) found.problems.set(code, file);
          }
        }
      }
      if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) {
        for (const code of literals(node.initializer).filter((text) => CODE.test(text))) {
          if (node.name.text === 'unknown' || node.name.text === 'unreadable') found.unknowns.set(code, file);
          if (node.name.text === 'code' && file.includes(`${path.sep}write${path.sep}`)) found.notes.set(code, file);
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}

describe('sentences', () => {
  const found = codesIn();

  it('are looked for where codes are emitted', () => {
    assert.ok(found.problems.size >= 80, `only ${found.problems.size} problems found`);
    assert.ok(found.unknowns.size >= 8, `only ${found.unknowns.size} reasons found`);
    assert.ok(found.notes.size >= 4, `only ${found.notes.size} notes found`);
  });

  it('exist for every problem', () => {
    const wordless = [...found.problems].filter(([code]) => PROBLEM_SENTENCES[code] === undefined);
    assert.deepEqual(wordless, []);
  });

  it('exist for every reason why a value is not known', () => {
    const known = (code: string): boolean => code in UNKNOWN_SENTENCES || code in UNREADABLE_SENTENCES;
    assert.deepEqual(
      [...found.unknowns].filter(([code]) => !known(code)),
      [],
    );
    assert.deepEqual(
      [...DATE_CODES, ...LIMIT_CODES].filter((code) => !(code in UNREADABLE_SENTENCES)),
      [],
    );
  });

  it('exist for every note of a write', () => {
    assert.deepEqual(
      [...found.notes].filter(([code]) => NOTE_SENTENCES[code] === undefined),
      [],
    );
  });

  it('end with a full stop, say what to do, and use full-width punctuation', () => {
    for (const [code, sentence] of [...Object.entries(PROBLEM_SENTENCES), ...Object.entries(NOTE_SENTENCES)]) {
      assert.match(sentence, /。$/, code);
      assert.doesNotMatch(sentence, /[\u4e00-\u9fff][,;:?!]/, code);
      assert.doesNotMatch(sentence, /[\r\n]/, code);
    }
  });
});

/** Where Chinese literals are needed to parse input, or name what a workbook itself holds. */
const MAY_HOLD_CHINESE = [
  'src/text/',
  'src/core/dates/',
  'src/core/ledger/',
  'src/core/facts/',
  'src/core/classify/',
  'src/core/masking/',
  'src/core/rules/load/kinds/',
  'src/core/rules/operators/',
  // What templates of documents (`rules/templates`) name in braces: the values go by the same names.
  'src/core/reports/templates/',
  'src/core/reports/notices/',
  'src/core/reports/summary/',
  'src/core/reports/appraisal/',
];
/** Files elsewhere with the few words that are data: values of vocabularies, words of a workbook. */
const MAY_HOLD_CHINESE_FILES = [
  // Tooltips that editors show for rule files: data of `rules/schema`, beside the keys they explain.
  'src/core/rules/load/shape.ts',
  'src/core/rules/load/ruleShapes.ts',
  'src/hosts/xlsx/write/wording.ts',
  'src/core/writeplan/wording.ts',
  'src/core/snapshots/snapshotSheet.ts',
  'src/hosts/xlsx/formats.ts',
  'src/core/rules/load/overrides.ts',
  // Values of 到访层级.
  'src/core/reports/settings.ts',
  // How a gap is written in a template, words that stand before a telephone, names of typefaces.
  'src/core/reports/document.ts',
  'src/core/rules/load/wording.ts',
  'src/core/reports/privacy.ts',
  'src/hosts/docx/form.ts',
  'src/hosts/docx/looks.ts',
];

describe('words that people see', () => {
  it('stand in src/text alone', () => {
    const slips: string[] = [];
    for (const file of SOURCES.flatMap(sources)) {
      const name = path.relative(ROOT, file).split(path.sep).join('/');
      if (MAY_HOLD_CHINESE.some((folder) => name.startsWith(folder)) || MAY_HOLD_CHINESE_FILES.includes(name)) continue;
      const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
      const visit = (node: ts.Node): void => {
        const isText =
          ts.isStringLiteralLike(node) ||
          ts.isTemplateHead(node) ||
          ts.isTemplateMiddleOrTemplateTail(node) ||
          ts.isJsxText(node);
        if (isText && /[\u4e00-\u9fff]{2,}/.test(node.text)) slips.push(`${name}: ${node.text}`);
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    assert.deepEqual(slips, []);
  });
});
