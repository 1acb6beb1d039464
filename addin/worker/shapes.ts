import type { Checker } from '../../src/ports/checker';
import type { LiveWorkbook } from '../../src/ports/liveWorkbook';
import type { OpenFile } from '../../src/ports/workbench';
import type { ServiceShape } from './rpc/shape';

/** The check, served by the worker to the page. */
export const CHECKER: ServiceShape<Checker> = {
  useRules: { takes: ['data'], gives: 'result' },
  check: { takes: ['data', 'progress', 'signal'], gives: 'result' },
  recheck: { takes: ['data'], gives: 'result' },
  today: { takes: [], gives: 'plain' },
  findings: { takes: ['data'], gives: 'plain' },
  lines: { takes: ['data', 'data', 'data'], gives: 'plain' },
  places: { takes: ['data', 'data'], gives: 'plain' },
  caseAt: { takes: ['data'], gives: 'plain' },
  reminders: { takes: [], gives: 'plain' },
  setAside: { takes: ['data'], gives: 'result' },
  takeBack: { takes: ['data'], gives: 'result' },
  previewWrite: { takes: [], gives: 'result' },
  write: { takes: ['data', 'progress'], gives: 'result' },
  clear: { takes: [], gives: 'result' },
  dropDowns: { takes: [], gives: 'result' },
  offerDropDowns: { takes: ['data'], gives: 'result' },
  openCases: { takes: ['data'], gives: 'plain' },
  recordReview: { takes: ['data'], gives: 'result' },
  keepSnapshot: { takes: [], gives: 'result' },
  scores: { takes: ['data'], gives: 'result' },
  scoreCard: { takes: ['data', 'data'], gives: 'plain' },
  scoreSeal: { takes: ['data'], gives: 'result' },
  makeScores: { takes: ['data'], gives: 'result', transfers: true },
  writeScores: { takes: ['data', 'progress'], gives: 'result' },
  reports: { takes: [], gives: 'plain' },
  previewReport: { takes: ['data'], gives: 'result' },
  makeReport: { takes: ['data'], gives: 'result', transfers: true },
  writeReport: { takes: ['data', 'progress'], gives: 'result' },
  makeMaskedCopy: { takes: [], gives: 'result', transfers: true },
  campaign: { takes: [], gives: 'plain' },
  ledgerSheets: { takes: [], gives: 'result' },
  mapping: { takes: [], gives: 'plain' },
  correctMapping: { takes: ['data', 'data'], gives: 'result' },
};

/** A workbook that lives on the page's thread (Excel's), served by the page to the worker. */
export const LIVE_WORKBOOK: ServiceShape<LiveWorkbook> = {
  sheets: { takes: [], gives: 'result' },
  readSheet: { takes: ['data', 'pace'], gives: 'result', transfers: true },
  revision: { takes: [], gives: 'plain' },
  write: { takes: ['plan', 'pace'], gives: 'result' },
  readArea: { takes: ['data', 'data'], gives: 'result', transfers: true },
  settings: { takes: [], gives: 'result' },
  saveSettings: { takes: ['data'], gives: 'result' },
  writeSheets: { takes: ['sheets', 'pace'], gives: 'result' },
  removeSheets: { takes: ['data'], gives: 'result' },
  mark: { takes: ['data', 'data', 'pace'], gives: 'result' },
  setDropDowns: { takes: ['data', 'data'], gives: 'result' },
  appendRecords: { takes: ['data', 'data'], gives: 'result' },
  clear: { takes: ['pace'], gives: 'result' },
  editCells: { takes: ['data', 'data'], gives: 'result' },
};

/**
 * The workbook of the workbench, served by the worker to the page's grid. Its bytes and areas are copied: it keeps them.
 * A whole sheet is a copy already, and is handed over.
 */
export const OPEN_FILE: ServiceShape<OpenFile> = {
  open: { takes: ['data', 'data'], gives: 'result' },
  sheets: { takes: [], gives: 'result' },
  readSheet: { takes: ['data'], gives: 'result', transfers: true },
  readArea: { takes: ['data', 'data'], gives: 'result' },
  editCells: { takes: ['data', 'data'], gives: 'result' },
  bytes: { takes: [], gives: 'result' },
};
