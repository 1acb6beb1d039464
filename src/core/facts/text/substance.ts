import { BareClauses, May, without, type TextScans } from './reply';

/** A clause of which no more than this many characters are left has said nothing (解决 and 同意 have two). */
const SAYS_NOTHING = 1;

/** Whether a reply consists of courtesies alone (留言已收悉，感谢您的关注). */
export function saysNothing(text: string, { courtesies, substance, glance }: TextScans): boolean {
  const clauses = new BareClauses(text);
  for (let clause = clauses.next(); clause !== null; clause = clauses.next()) {
    const may = glance.scan(clause);
    const rest = (may & May.courtesies) === 0 ? clause : without(clause, courtesies);
    if (rest.length > SAYS_NOTHING) return false;
    if ((may & May.substance) !== 0 && substance.find(clause).length > 0) return false;
  }
  return true;
}

/** What a case's texts on its handling can amount to. */
export const HANDLING_KINDS = ['forwarded', 'instruction', 'other'] as const;
export type HandlingKind = (typeof HANDLING_KINDS)[number];

/**
 * What texts on the handling amount to: only forwarded, only an instruction (批示, 阅处), or something said or done.
 * One clause with substance is enough to clear them.
 */
export function kindOfHandling(texts: readonly string[], scans: TextScans): HandlingKind {
  let forwarded = false;
  let instructed = false;
  for (const text of texts) {
    const clauses = new BareClauses(text);
    for (let clause = clauses.next(); clause !== null; clause = clauses.next()) {
      const may = scans.glance.scan(clause);
      // What others are asked to do (转住建局协调解决) is not yet done; without it other words may come to stand together.
      const ownWords = (may & May.requests) === 0 ? clause : without(clause, scans.requests);
      if ((may & (May.substance | May.requests)) !== 0 && scans.substance.find(ownWords).length > 0) return 'other';
      if ((may & May.forwarding) !== 0 && scans.forwarding.find(clause).length > 0) forwarded = true;
      else if ((may & May.instructions) !== 0 && scans.instructions.find(clause).length > 0) instructed = true;
      else if ((may & May.requests) !== 0 && scans.requests.find(clause).length > 0) continue;
      else {
        const rest = (may & May.courtesies) === 0 ? clause : without(clause, scans.courtesies);
        if (rest.length > SAYS_NOTHING) return 'other';
      }
    }
  }
  return forwarded ? 'forwarded' : instructed ? 'instruction' : 'other';
}
