import * as React from 'react';
import type { FindingQuery, Overview } from '../../../src/ports/checker';
import { FINDINGS_WORDS } from '../../../src/text/zh-CN/pane/findings';
import { Empty } from '../parts/Empty';
import { usePaneState } from '../session/usePane';
import { ClearFilters } from './Filters';
import { isFiltered, type Counts } from './useCounts';

/** How much is listed, with its base. */
export function Figure(props: {
  readonly overview: Overview;
  readonly counts: Counts | null;
  /** How many lines are shown where it is not all of them. */
  readonly capped: number | null;
}): JSX.Element {
  const { overview, counts, capped } = props;
  const { query } = usePaneState();
  return (
    <>
      <p className="findings-figure" role="status">
        {counts &&
          (counts.isFiltered
            ? FINDINGS_WORDS.filtered(counts.filtered[query.show], counts.all[query.show])
            : FINDINGS_WORDS.figure[query.show](overview.cases, counts.all[query.show]))}
      </p>
      {capped !== null && <p className="findings-figure">{FINDINGS_WORDS.capped(capped)}</p>}
    </>
  );
}

/** Why nothing is listed: nothing is wrong, nothing fits the filters, all was judged, none was set aside. */
export function NothingListed(props: {
  readonly overview: Overview;
  readonly query: FindingQuery;
  readonly counts: Counts | null;
}): JSX.Element | null {
  const { overview, query, counts } = props;
  if (counts === null) return null;
  const all = counts.all[query.show];
  if (isFiltered(query) && all.findings > 0)
    return (
      <Empty title={FINDINGS_WORDS.noMatch}>
        <p className="quiet">{FINDINGS_WORDS.noMatchOf(all)}</p>
        <ClearFilters />
      </Empty>
    );
  const { cases, pack } = overview;
  const [unjudged, aside] = [counts.all.unjudged.findings, counts.all.aside.findings];
  switch (query.show) {
    case 'open':
      return (
        <Empty title={FINDINGS_WORDS.clean}>
          <p className="quiet">{FINDINGS_WORDS.cleanBase(cases, pack.rules)}</p>
          {unjudged + aside > 0 && <p className="quiet">{FINDINGS_WORDS.besides(unjudged, aside)}</p>}
        </Empty>
      );
    case 'unjudged':
      return (
        <Empty title={FINDINGS_WORDS.noneUnjudged}>
          <p className="quiet">{FINDINGS_WORDS.noneUnjudgedBase(cases, pack.rules)}</p>
        </Empty>
      );
    case 'aside':
      return (
        <Empty title={FINDINGS_WORDS.noneAside}>
          <p className="quiet">{FINDINGS_WORDS.noneAsideHow}</p>
        </Empty>
      );
  }
}
