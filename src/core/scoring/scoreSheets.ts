import type { ReportSheet } from '../writeplan/plan';
import { planApart } from './sheets/apartSheet';
import { planForms } from './sheets/formsSheet';
import type { ScoreSheetSource } from './sheets/frame';
import { planLost } from './sheets/lostSheet';
import { planScores } from './sheets/scoresSheet';
import { planSeal } from './sheets/sealSheet';

export type { ScoreSheetSource } from './sheets/frame';

/** The sheets of a score, in the order they are read; for a workbook of their own or beside a ledger. */
export const planScoreSheets = (source: ScoreSheetSource): readonly ReportSheet[] => [
  planScores(source),
  planLost(source),
  planForms(source),
  planApart(source),
  planSeal(source),
];
