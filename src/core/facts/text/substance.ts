import { bareClauses, without, type TextScans } from './reply';

/** A clause of which no more than this many characters are left has said nothing (解决 and 同意 have two). */
const SAYS_NOTHING = 1;

/** Whether a reply consists of courtesies alone (留言已收悉，感谢您的关注). */
export function saysNothing(text: string, { courtesies, substance }: TextScans): boolean {
  for (const clause of bareClauses(text)) {
    if (without(clause, courtesies).length > SAYS_NOTHING || substance.find(clause).length > 0) return false;
  }
  return true;
}

/**
 * What a text on the handling amounts to: only forwarded, only an instruction (批示, 阅处), or something said or done.
 * One clause with substance is enough to clear the text.
 */
export function kindOfHandling(text: string, scans: TextScans): 'forwarded' | 'instruction' | 'other' {
  let forwarded = false;
  let instructed = false;
  for (const clause of bareClauses(text)) {
    // What others are asked to do (转住建局协调解决) is not yet done.
    if (scans.substance.find(without(clause, scans.requests)).length > 0) return 'other';
    if (scans.forwarding.find(clause).length > 0) forwarded = true;
    else if (scans.instructions.find(clause).length > 0) instructed = true;
    else if (scans.requests.find(clause).length > 0) continue;
    else if (without(clause, scans.courtesies).length > SAYS_NOTHING) return 'other';
  }
  return forwarded ? 'forwarded' : instructed ? 'instruction' : 'other';
}
