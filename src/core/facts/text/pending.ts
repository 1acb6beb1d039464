import { passageOf } from '../../classify/passage';
import { BareClauses, without, type TextScans } from './reply';

/** What a reply says only for a case that may or may not come (如您…) leaves nothing pending. */
const IS_CONDITION = /如您|如你|如有|如果|如若|如需|如还|若您|若有/;

/** 正在建设的大厦 names a thing, it doesn't say that the claim is being worked on. */
const ATTRIBUTES = /正在[^，]{1,5}的/g;

/** How many characters a clause may keep and still be only a courtesy or a signature. */
const SIGNATURE = 4;

/**
 * The end of a reply that leaves something to be done, as it stands there; null where nothing is pending. Only the
 * last sentence that says anything counts, and follow-up care after the matter is settled (下一步将加强巡查) is none.
 */
export function pendingClose(text: string, scans: TextScans): string | null {
  const { text: seen, unquoted } = passageOf(text);
  if (scans.pending.find(unquoted).length === 0) return null;
  const sentences = unquoted.split(/[。！？!?；;\n]/);
  let end = unquoted.length;
  for (let i = sentences.length - 1; i >= 0; i--) {
    const sentence = sentences[i] as string;
    const start = end - sentence.length;
    const said = saidIn(sentence, scans);
    if (said.length > 0) {
      const closing = said.join('，');
      const isPending =
        scans.pending.find(closing.replace(ATTRIBUTES, '')).length > 0 &&
        scans.upkeep.find(sentence).length === 0 &&
        scans.completion.find(sentence).length === 0 &&
        !IS_CONDITION.test(closing);
      return isPending ? seen.slice(start, end) : null;
    }
    end = start - 1;
  }
  return null;
}

/** The clauses of a sentence that are more than a courtesy or a signature. */
function saidIn(sentence: string, scans: TextScans): string[] {
  const said: string[] = [];
  const clauses = new BareClauses(sentence);
  for (let clause = clauses.next(); clause !== null; clause = clauses.next()) {
    if (without(clause, scans.courtesies).length > SIGNATURE) said.push(clause);
  }
  return said;
}
