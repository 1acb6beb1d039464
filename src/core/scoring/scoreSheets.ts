import type { ReportSheet } from '../writeplan/plan';
import { tellLost, type LostEvidence, type TellLost } from './evidence';
import type { LostPoint } from './lostPoints';
import { planApart } from './sheets/apartSheet';
import { planForms } from './sheets/formsSheet';
import type { ScoreSheetSource } from './sheets/frame';
import { planLost } from './sheets/lostSheet';
import { planScores } from './sheets/scoresSheet';
import { planSeal } from './sheets/sealSheet';

export type { ScoreSheetSource } from './sheets/frame';

/** The sheets of a score, in the order they are read; for a workbook of their own or beside a ledger. */
export function planScoreSheets(source: ScoreSheetSource): readonly ReportSheet[] {
  const tell = toldOnce(() => tellLost(source.board, source.speech));
  return [planScores(source), planLost(source, tell), planForms(source, tell), planApart(source), planSeal(source)];
}

/** Every lost point stands on two sheets, and telling it (explained, masked) takes longer than writing it. */
function toldOnce(teller: () => TellLost): TellLost {
  const told = new Map<LostPoint, LostEvidence>();
  let tell: TellLost | null = null;
  return (point) => {
    const known = told.get(point);
    if (known !== undefined) return known;
    const made = (tell ??= teller())(point);
    told.set(point, made);
    return made;
  };
}
