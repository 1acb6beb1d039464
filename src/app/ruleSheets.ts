import { loadRulePack } from '../core/check/loadRulePack';
import type { SheetGrid } from '../core/ledger/grid';
import { ok, type Result } from '../core/problem';
import type { PackFiles } from '../core/rules/loadPack';
import type { RulePack } from '../core/rules/pack';
import { readRuleSheets, type ReadRules } from '../core/rules/sheet/readRuleSheets';
import { planRuleSheets } from '../core/rules/sheet/ruleSheets';
import type { RuleSheetWords } from '../core/rules/sheet/words';
import type { ReportSheet } from '../core/writeplan/plan';
import type { Workbook } from '../ports/workbook';

/** A pack as sheets on which an editor changes it; one that does not load has mistakes to mend first. */
export function rulesToSheets(files: PackFiles, words: RuleSheetWords): Result<readonly ReportSheet[]> {
  const loaded = loadRulePack(files);
  return loaded.ok ? ok(planRuleSheets(files, words)) : loaded;
}

/** What a workbook of rules gives: a pack that loads. */
export interface RulesFromSheets extends ReadRules {
  readonly pack: RulePack;
}

/** Puts the pack of a workbook together again; refused as a whole where a cell or the pack it gives is wrong. */
export async function rulesFromSheets(workbook: Workbook, words: RuleSheetWords): Promise<Result<RulesFromSheets>> {
  const sheets = await workbook.sheets();
  if (!sheets.ok) return sheets;
  const grids = new Map<string, SheetGrid>();
  for (const { name } of sheets.value) {
    const grid = await workbook.readSheet(name);
    if (grid.ok) grids.set(name, grid.value);
    else if (!grid.problems.every(({ code }) => code === 'sheet-has-no-cells')) return grid;
  }
  const read = readRuleSheets(grids, words);
  if (!read.ok) return read;
  const loaded = loadRulePack(read.value.files);
  return loaded.ok ? ok({ ...read.value, pack: loaded.value }) : loaded;
}
