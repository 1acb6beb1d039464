import { ok, type Result } from '../../core/problem';
import type { ScoreBoard } from '../../core/scoring/board';
import type { Checker, ScoreQuery } from '../../ports/checker';
import { campaignOf } from './campaign';
import { caseAt } from './caseView';
import { clearResults } from './clearResults';
import { Desk, type CheckerParts } from './desk';
import { dropDownChoices, offerDropDowns } from './dropDowns';
import { keepSnapshotOf } from './keepSnapshot';
import { FindingLists } from './listFindings';
import type { LedgerView } from './ledgerView';
import { ledgerSheets } from './ledgerSheets';
import { correctMapping, mappingView } from './mapping';
import { makeMaskedCopy } from './maskedCopy';
import { OpenCaseList } from './openCases';
import { writeOwnSheets } from './ownSheets';
import { previewWrite } from './previewWrite';
import { recheck } from './recheck';
import { recordReview } from './recordReview';
import { reminders } from './reminders';
import { fileName, makeReport, previewReport, reportOffers, writeReport } from './reports';
import { paceOf, runCheck, useRules } from './runCheck';
import { ScoreBoards } from './scoreBoards';
import { scoreCardOf, scoresOf } from './scores';
import { setAside, takeBack } from './setAside';
import { todayList } from './today';
import { writeToWorkbook } from './writeToWorkbook';

/**
 * A check over one workbook, as the views of a pane ask for it. What changes something takes its turn; what only asks is
 * answered from the last completed check at once.
 */
export function createChecker(parts: CheckerParts): Checker {
  const desk = new Desk(parts);
  const lists = madeForCheck(desk, (view) => new FindingLists(view));
  const openCases = madeForCheck(desk, (view) => new OpenCaseList(view));
  const boards = madeForCheck(desk, (view) => new ScoreBoards(view));
  /** What the scores asked for come to, or why there are none. */
  const scored = <T>(query: ScoreQuery, tell: (boards: ScoreBoards, board: ScoreBoard) => T): Result<T> => {
    const current = desk.needCurrent();
    const all = boards();
    if (!current.ok || all === null) return current as Result<never>;
    const board = all.board(query);
    return board.ok ? ok(tell(all, board.value)) : board;
  };
  const scoreSheets = (query: ScoreQuery) => scored(query, (all, board) => all.sheets(board));
  const view = (): LedgerView | null => desk.current?.view ?? null;
  const now = <T>(ask: (view: LedgerView) => T, otherwise: T): Promise<T> => {
    const current = view();
    return Promise.resolve(current === null ? otherwise : ask(current));
  };
  return {
    useRules: (files) => desk.inTurn(() => Promise.resolve(useRules(desk, files))),
    check: (order, onProgress, signal) => desk.inTurn(() => runCheck(desk, order, onProgress, signal)),
    recheck: (change) => desk.inTurn(() => recheck(desk, change)),
    today: () => now(todayList, []),
    findings: (query) => Promise.resolve(lists()?.summary(query) ?? { revision: 0, findings: 0, cases: 0, lines: 0 }),
    lines: (query, from, count) => Promise.resolve(lists()?.lines(query, from, count) ?? []),
    places: (query, keys) => Promise.resolve(lists()?.places(query, keys) ?? keys.map(() => -1)),
    caseAt: (row) => now((current) => caseAt(current, row), null),
    reminders: () => now(reminders, []),
    setAside: (order) => desk.inTurn(() => setAside(desk, order)),
    takeBack: (key) => desk.inTurn(() => takeBack(desk, key)),
    previewWrite: () => desk.inTurn(() => previewWrite(desk)),
    write: (options, onProgress) => desk.inTurn(() => writeToWorkbook(desk, options, onProgress)),
    clear: () => desk.inTurn(() => clearResults(desk)),
    dropDowns: () => desk.inTurn(() => dropDownChoices(desk)),
    offerDropDowns: (fields) => desk.inTurn(() => offerDropDowns(desk, fields)),
    openCases: (query) => Promise.resolve(openCases()?.page(query) ?? { total: 0, cases: [] }),
    recordReview: (order) => desk.inTurn(() => recordReview(desk, order)),
    keepSnapshot: () => desk.inTurn(() => keepSnapshotOf(desk)),
    scores: (query) => Promise.resolve(scored(query, scoresOf)),
    scoreCard: (query, name) => {
      const card = scored(query, (all, board) => scoreCardOf(all, board, name));
      return Promise.resolve(card.ok ? card.value : null);
    },
    scoreSeal: (query) => Promise.resolve(scored(query, (all, board) => all.seal(board))),
    makeScores: (query) =>
      desk.inTurn(async () => {
        const sheets = scoreSheets(query);
        if (!sheets.ok) return sheets;
        const bytes = await parts.sink.workbook(sheets.value, paceOf(desk));
        return bytes.ok
          ? ok({ name: fileName(desk, desk.speech.score.sheets.scores.name, 'xlsx'), bytes: bytes.value })
          : bytes;
      }),
    writeScores: (query, onProgress) =>
      desk.inTurn(async () => {
        const sheets = scoreSheets(query);
        return sheets.ok ? writeOwnSheets(desk, sheets.value, onProgress) : sheets;
      }),
    reports: () => reportOffers(desk),
    previewReport: (kind) => desk.inTurn(() => previewReport(desk, kind)),
    makeReport: (kind) => desk.inTurn(() => makeReport(desk, kind)),
    writeReport: (kind, onProgress) => desk.inTurn(() => writeReport(desk, kind, onProgress)),
    makeMaskedCopy: () => desk.inTurn(() => makeMaskedCopy(desk)),
    campaign: () => now(campaignOf, null),
    ledgerSheets: () => desk.inTurn(() => ledgerSheets(desk)),
    mapping: () => mappingView(desk),
    correctMapping: (correction, order) => desk.inTurn(() => correctMapping(desk, correction, order)),
  };
}

/** What is arranged over the check that is shown, made anew with each check. */
function madeForCheck<T>(desk: Desk, make: (view: LedgerView) => T): () => T | null {
  let kept: { readonly view: LedgerView; readonly made: T } | null = null;
  return () => {
    const view = desk.current?.view;
    if (view === undefined) return null;
    if (kept?.view !== view) kept = { view, made: make(view) };
    return kept.made;
  };
}
