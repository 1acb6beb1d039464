import type { CivilDay } from '../../../src/core/dates/civil';
import type { CaseView } from '../../../src/ports/checker';

/** What an edit came to for a case: titles of findings, and the due day where it is another one. */
export interface CaseChanges {
  readonly mended: readonly string[];
  readonly appeared: readonly string[];
  readonly due: { readonly on: CivilDay | null } | null;
  /** Findings that stand now. */
  readonly standing: number;
}

/** What is different about the same case after a recheck; null where it is another case, or nothing was checked again. */
export function changesOf(before: CaseView, after: CaseView): CaseChanges | null {
  if (before.row !== after.row || before.caseLabel !== after.caseLabel) return null;
  if (before.revision === after.revision) return null;
  const [was, is] = [standing(before), standing(after)];
  return {
    mended: without(was, is),
    appeared: without(is, was),
    due: before.due.on === after.due.on ? null : { on: after.due.on },
    standing: is.size,
  };
}

/** By rule: a case has a rule's finding once. */
const standing = ({ findings }: CaseView): ReadonlyMap<string, string> =>
  new Map(
    findings
      .filter(({ outcome, aside }) => outcome === 'flagged' && aside === null)
      .map(({ rule, ruleTitle }) => [rule, ruleTitle]),
  );

const without = (those: ReadonlyMap<string, string>, these: ReadonlyMap<string, string>): readonly string[] =>
  [...those].filter(([rule]) => !these.has(rule)).map(([, title]) => title);

export const isDifferent = ({ mended, appeared, due }: CaseChanges): boolean =>
  mended.length + appeared.length > 0 || due !== null;
