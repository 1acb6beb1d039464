import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../..');

/** One edit as the guide prints it: lines of a file and what takes their place, or a new file. */
export interface GuideEdit {
  readonly file: string;
  /** null for a new file. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[];
}

/** A worked change of `rules/README.md`, or a slip, with what the guide says comes of it. */
export interface GuideCase {
  readonly title: string;
  readonly edits: readonly GuideEdit[];
  /** What stands behind 结果 or 提示 on the fence. */
  readonly outcome: 'result' | 'message';
  readonly ledger: string;
  readonly today: string;
  readonly lines: readonly string[];
}

/**
 * The worked changes and slips of the guide. Under a heading `### 例 …` or `### 笔误 …` stand fenced blocks: `json 原文 FILE` and
 * `json 改为` behind each other, or `json 新文件 FILE`, then `text 结果 LEDGER TODAY` or `text 提示`.
 */
export function guideCases(text = readFileSync(path.join(ROOT, 'rules/README.md'), 'utf8')): readonly GuideCase[] {
  const cases: GuideCase[] = [];
  for (const section of text.split(/^### /m).slice(1)) {
    const title = section.split('\n', 1)[0] ?? '';
    if (!/^(例|笔误) /.test(title)) continue;
    const edits: GuideEdit[] = [];
    let waiting: { file: string; before: readonly string[] } | null = null;
    for (const [, info = '', body = ''] of section.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
      const [, kind, first = '', second = ''] = info.split(' ');
      const lines = body.split('\n').filter((line) => line.trim() !== '');
      if (kind === '原文') waiting = { file: first, before: lines };
      else if (kind === '改为') {
        assert.ok(waiting, `${title}: 改为 without 原文`);
        edits.push({ ...waiting, after: lines });
        waiting = null;
      } else if (kind === '新文件') edits.push({ file: first, before: null, after: lines });
      else if (kind === '结果' || kind === '提示') {
        const outcome = kind === '结果' ? 'result' : 'message';
        cases.push({ title, edits, outcome, ledger: first, today: second, lines });
      }
    }
  }
  return cases;
}

/** A block of the last part of the guide: worked changes made together, and what a command then says. */
export interface GuideRun {
  readonly kind: '对照' | '合计' | '解释';
  readonly cases: readonly GuideCase[];
  /** Ledger, day, row and rule, as far as the command needs them. */
  readonly args: readonly string[];
  readonly lines: readonly string[];
}

/** `text 对照 1 2 5`, `text 合计 1 2 5 LEDGER TODAY`, `text 解释 1 2 5 LEDGER TODAY ROW RULE`. */
export function guideRuns(text = readFileSync(path.join(ROOT, 'rules/README.md'), 'utf8')): readonly GuideRun[] {
  const cases = guideCases(text);
  return [...text.matchAll(/^```text (对照|合计|解释) (.*)\n([\s\S]*?)^```$/gm)].map(
    ([, kind, info = '', body = '']) => {
      const words = info.split(' ');
      const numbers = words.filter((word) => /^\d{1,2}$/.test(word) && words.indexOf(word) < 3);
      return {
        kind: kind as GuideRun['kind'],
        cases: numbers.map((number) => {
          const found = cases.find(({ title }) => title.startsWith(`例 ${number}\u3000`));
          assert.ok(found, `no 例 ${number}`);
          return found;
        }),
        args: words.slice(numbers.length),
        lines: body.split('\n').filter((line) => line.trim() !== ''),
      };
    },
  );
}

/** Applies an edit to a file's text: the lines must stand in it once, whatever their indentation. */
export function applyEdit(text: string | null, edit: GuideEdit): string {
  if (edit.before === null) {
    assert.equal(text, null, `${edit.file} is there already`);
    return `${edit.after.join('\n')}\n`;
  }
  assert.ok(text !== null, `${edit.file} is missing`);
  const lines = text.split('\n');
  const wanted = edit.before.map((line) => line.trim());
  const found = lines.flatMap((_, at) => (wanted.every((line, n) => lines[at + n]?.trim() === line) ? [at] : []));
  assert.equal(found.length, 1, `${edit.file} holds this ${found.length} times:\n${edit.before.join('\n')}`);
  lines.splice(found[0] ?? 0, wanted.length, ...edit.after);
  return lines.join('\n');
}

/** The files of the default pack after all edits of a case. */
export function editedFiles(
  files: ReadonlyMap<string, Uint8Array | string>,
  { edits }: GuideCase,
): Map<string, string> {
  const edited = new Map(
    [...files].map(([file, content]) => [
      file,
      typeof content === 'string' ? content : new TextDecoder().decode(content),
    ]),
  );
  for (const edit of edits) edited.set(edit.file, applyEdit(edited.get(edit.file) ?? null, edit));
  return edited;
}

/** What a check says of each row, for comparing two checks. */
export type Said = ReadonlyMap<string, ReadonlyMap<number, string>>;

interface CheckedJson {
  readonly appeals: readonly {
    readonly row: number;
    readonly outcomes: readonly { readonly rule: string; readonly outcome: string }[];
  }[];
}

/** By rule and outcome (`overdue`, `overdue 无法判定`): the rows, with all that is said there. */
export function saidBy(json: CheckedJson): Said {
  const said = new Map<string, Map<number, string>>();
  for (const { row, outcomes } of json.appeals) {
    for (const one of outcomes) {
      const key = one.outcome === 'flagged' ? one.rule : `${one.rule} 无法判定`;
      const rows = said.get(key) ?? new Map<number, string>();
      rows.set(row, JSON.stringify(one));
      said.set(key, rows);
    }
  }
  return said;
}

/** The differences as the guide prints them: one line a rule, 新增, 减少 and 改动 with worksheet rows. */
export function differences(before: Said, after: Said): readonly string[] {
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key) => {
    const was = before.get(key) ?? new Map<number, string>();
    const is = after.get(key) ?? new Map<number, string>();
    const rows = (list: readonly number[]): string => `第 ${list.join('、')} 行`;
    const came = [...is.keys()].filter((row) => !was.has(row));
    const went = [...was.keys()].filter((row) => !is.has(row));
    const changed = [...is.keys()].filter((row) => was.has(row) && was.get(row) !== is.get(row));
    const parts = [
      ...(came.length > 0 ? [`新增 ${rows(came)}`] : []),
      ...(went.length > 0 ? [`减少 ${rows(went)}`] : []),
      ...(changed.length > 0 ? [`改动 ${rows(changed)}`] : []),
    ];
    return parts.length === 0 ? [] : [`${key}：${parts.join('；')}`];
  });
}
