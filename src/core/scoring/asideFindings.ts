import { eachFlagged } from '../check/flaggedCases';
import type { Aside } from '../setAside/entry';
import type { Points } from './points';
import type { Indicator } from './scheme';
import type { CaseRef, ScoredLedger } from './subjects';
import { refKey } from './points';

/** A finding that a person set aside (误报, 暂缓): it costs nothing and is listed. */
export interface AsideFinding {
  readonly ref: CaseRef;
  readonly indicator: Indicator;
  readonly rule: number;
  readonly aside: Aside;
}

/** The findings of a subject's cases that were set aside, by indicator and rule. */
export function asideOf(ledgers: readonly ScoredLedger[], { indicators, counted }: Points): readonly AsideFinding[] {
  return indicators.flatMap(({ indicator }, at) => {
    const own = new Set((counted[at] ?? []).map(refKey));
    return ledgers.flatMap(({ checked }, ledger) =>
      indicator.rules.flatMap(({ rule: name }) => {
        const rule = checked.pack.rules.findIndex((one) => one.name === name);
        const found: AsideFinding[] = [];
        eachFlagged(checked, rule, (index) => {
          const aside = checked.setAside(rule, index);
          if (aside !== null && own.has(refKey({ ledger, index })))
            found.push({ ref: { ledger, index }, indicator, rule, aside });
        });
        return found;
      }),
    );
  });
}
