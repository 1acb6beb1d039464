import type { SheetGrid } from '../../ledger/grid';
import { openSheet, type Sheet } from '../../ledger/headedSheet';
import { nearest } from '../../nearest';
import { fail, ok, problem, type Problem, type Result } from '../../problem';
import { overriddenValue } from '../load/overrides';
import type { ParameterValue } from '../load/scope';
import { isOwnPath, PACK_PATH } from '../packFiles';
import { asList, asObject, asText, rulesIn, wordsIn } from './packJson';
import { FENCE } from './ruleSheets';
import type { RuleSheetWords, SheetHead } from './words';

/** A pack put together from a workbook, and how much in it was changed there. */
export interface ReadRules {
  readonly files: ReadonlyMap<string, string>;
  readonly changes: number;
}

type Writable = Record<string, unknown>;

/**
 * Puts a pack together again from the workbook it was shown in: the files as they are kept there, changed where the other
 * sheets say otherwise. Whether the pack can be used is for the loader to say.
 */
export function readRuleSheets(grids: ReadonlyMap<string, SheetGrid>, words: RuleSheetWords): Result<ReadRules> {
  const problems: Problem[] = [];
  const texts = filesOf(grids, words, problems);
  if (texts === null) return fail(...problems);
  const parsed = new Map<string, Writable>();
  for (const [path, text] of texts) {
    try {
      parsed.set(path, asObject(JSON.parse(text)));
    } catch {
      problems.push(problem('rule-sheet-file-broken', { path, sheet: words.files.name }, { sheet: words.files.name }));
    }
  }
  if (problems.length > 0) return fail(...problems);
  const editor = new Editor(parsed, words, problems);
  const open = <K extends string>(head: SheetHead<K>): Sheet | null => sheetOf(grids, head, problems);
  editor.rules(open(words.rules));
  editor.parameters(open(words.parameters));
  editor.lexicons(open(words.lexicons));
  if (parsed.has('scoring.json')) editor.scoring(open(words.scoring));
  if (problems.length > 0) return fail(...problems);
  // A file nobody changed stays letter by letter as it was.
  const files = new Map(
    [...texts].map(([path, text]) => [
      path,
      editor.changed.has(path) ? `${JSON.stringify(parsed.get(path), null, 2)}\n` : text,
    ]),
  );
  return ok({ files, changes: editor.changes });
}

function sheetOf<K extends string>(
  grids: ReadonlyMap<string, SheetGrid>,
  { name, headings }: SheetHead<K>,
  problems: Problem[],
): Sheet | null {
  const grid = grids.get(name);
  if (!grid) {
    problems.push(problem('rule-sheet-missing', { sheet: name }, { sheet: name }));
    return null;
  }
  const keys = Object.entries<string>(headings);
  const known = Object.fromEntries(keys.map(([key, heading]) => [key, [heading]]));
  return openSheet(grid, name, { headings: known, needed: keys.map(([key]) => key) }, problems);
}

/** The files of a pack, each of its pieces in their order, wherever the rows stand. */
function filesOf(
  grids: ReadonlyMap<string, SheetGrid>,
  words: RuleSheetWords,
  problems: Problem[],
): ReadonlyMap<string, string> | null {
  const sheet = sheetOf(grids, words.files, problems);
  if (!sheet) return null;
  const pieces = new Map<string, Map<number, string>>();
  for (const row of sheet.rows) {
    const path = sheet.text(row, 'path');
    const own = pieces.get(path) ?? new Map<number, string>();
    pieces.set(path, own);
    const text = sheet.text(row, 'text');
    const isFenced = text.length > 1 && text.startsWith(FENCE) && text.endsWith(FENCE);
    const isPath = path === PACK_PATH || isOwnPath(path);
    if (isPath && isFenced) own.set(sheet.number(row, 'piece') ?? 0, text.slice(1, -1));
    else problems.push(problem('rule-sheet-file-broken', { path, sheet: sheet.name }, sheet.place(row, 'text')));
  }
  for (const [path, own] of pieces)
    if (problems.length === 0 && [...own.keys()].some((piece) => piece < 1 || piece > own.size))
      problems.push(problem('rule-sheet-file-broken', { path, sheet: sheet.name }, { sheet: sheet.name }));
  if (problems.length > 0) return null;
  const order = (own: ReadonlyMap<number, string>): string =>
    [...own].sort(([a], [b]) => a - b).reduce((text, [, piece]) => text + piece, '');
  return new Map([...pieces].map(([path, own]) => [path, order(own)]));
}

/** Takes what the sheets say over into the parsed files, cell by cell. */
class Editor {
  readonly changed = new Set<string>();
  changes = 0;
  private readonly ruleAt = new Map<string, { readonly path: string; readonly rule: Writable }>();

  constructor(
    private readonly parsed: ReadonlyMap<string, Writable>,
    private readonly words: RuleSheetWords,
    private readonly problems: Problem[],
  ) {
    for (const [path, file] of parsed)
      for (const rule of rulesIn(file)) this.ruleAt.set(asText(rule['name']), { path, rule: rule });
  }

  rules(sheet: Sheet | null): void {
    for (const row of sheet?.rows ?? []) {
      const found = sheet && this.ruleIn(sheet, row);
      if (!sheet || !found) continue;
      const { path, rule } = found;
      const params = asObject(asObject(rule['event'])['params']) as Writable;
      this.put(path, rule, 'title', sheet.text(row, 'title'));
      this.put(path, rule, 'basis', sheet.text(row, 'basis'));
      this.put(path, params, 'message', sheet.text(row, 'message'));
      this.put(path, params, 'advice', sheet.text(row, 'advice'));
      const said = sheet.text(row, 'severity');
      const severity = Object.entries(this.words.severities).find(([id, word]) => said === word || said === id)?.[0];
      if (severity !== undefined) this.put(path, rule, 'severity', severity);
      else this.unknown(sheet, row, 'severity', Object.values(this.words.severities));
    }
  }

  parameters(sheet: Sheet | null): void {
    for (const row of sheet?.rows ?? []) {
      const found = sheet && this.ruleIn(sheet, row);
      if (!sheet || !found) continue;
      const parameters = asObject(found.rule['parameters']) as Writable;
      const name = sheet.text(row, 'parameter');
      if (!(name in parameters)) {
        this.unknown(sheet, row, 'parameter', Object.keys(parameters));
        continue;
      }
      const given = sheet.number(row, 'value') ?? sheet.text(row, 'value');
      const value = overriddenValue(parameters[name] as ParameterValue, given);
      if (value === undefined) this.unreadable(sheet, row, 'value');
      else this.put(found.path, parameters, name, value);
    }
  }

  /** The words of a lexicon are those on the sheet: rows may be added, changed and deleted. */
  lexicons(sheet: Sheet | null): void {
    const files = new Map<string, { readonly path: string; readonly file: Writable }>();
    for (const [path, file] of this.parsed) if (wordsIn(path, file)) files.set(asText(file['name']), { path, file });
    const words = new Map([...files.keys()].map((name) => [name, [] as string[]]));
    for (const row of sheet?.rows ?? []) {
      if (!sheet) continue;
      const own = words.get(sheet.text(row, 'lexicon'));
      const word = sheet.text(row, 'word');
      if (!own) this.unknown(sheet, row, 'lexicon', [...files.keys()]);
      else if (word !== '') own.push(word);
    }
    if (sheet) for (const [name, { path, file }] of files) this.put(path, file, 'words', words.get(name) ?? []);
  }

  scoring(sheet: Sheet | null): void {
    const path = 'scoring.json';
    const indicators = new Map(
      asList(this.parsed.get(path)?.['indicators'])
        .map((one) => asObject(one) as Writable)
        .map((one) => [asText(one['id']), one]),
    );
    for (const row of sheet?.rows ?? []) {
      if (!sheet) continue;
      const indicator = indicators.get(sheet.text(row, 'indicator'));
      if (!indicator) {
        this.unknown(sheet, row, 'indicator', [...indicators.keys()]);
        continue;
      }
      const name = sheet.text(row, 'rule');
      if (name === '') {
        this.number(sheet, row, 'weight', path, indicator);
        continue;
      }
      const deductions = asList(indicator['rules']).map((one) => asObject(one) as Writable);
      const deduction = deductions.find(({ rule }) => rule === name);
      if (deduction) this.number(sheet, row, 'deduct', path, deduction);
      else
        this.unknown(
          sheet,
          row,
          'rule',
          deductions.map(({ rule }) => asText(rule)),
        );
    }
  }

  private number(sheet: Sheet, row: number, key: 'weight' | 'deduct', path: string, of: Writable): void {
    const value = overriddenValue(0, sheet.number(row, key) ?? sheet.text(row, key));
    if (typeof value === 'number') this.put(path, of, key, value);
    else this.unreadable(sheet, row, key);
  }

  private ruleIn(sheet: Sheet, row: number): { readonly path: string; readonly rule: Writable } | null {
    const found = this.ruleAt.get(sheet.text(row, 'rule'));
    if (!found) this.unknown(sheet, row, 'rule', [...this.ruleAt.keys()]);
    return found ?? null;
  }

  private put(path: string, of: Writable, key: string, value: unknown): void {
    const was = of[key];
    // A key that is not there and stays blank is none.
    if (JSON.stringify(was) === JSON.stringify(value) || (was === undefined && value === '')) return;
    // Blanks at both ends are lost in a cell.
    if (typeof was === 'string' && was.trim() === value) return;
    of[key] = value;
    this.changed.add(path);
    this.changes++;
  }

  private unknown(sheet: Sheet, row: number, heading: string, choices: readonly string[]): void {
    const seen = sheet.text(row, heading);
    const params = { seen, nearest: nearest(seen, choices) ?? '', heading: sheet.written.get(heading) ?? '' };
    this.problems.push(problem('rule-sheet-unknown', params, sheet.place(row, heading)));
  }

  private unreadable(sheet: Sheet, row: number, heading: string): void {
    const params = { seen: sheet.text(row, heading), heading: sheet.written.get(heading) ?? '' };
    this.problems.push(problem('rule-sheet-unreadable', params, sheet.place(row, heading)));
  }
}
