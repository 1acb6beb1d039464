import * as React from 'react';
import type { CaseClassification } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { CellLink } from './CellLink';
import { Section } from './Section';

/** How the case is sorted: what a person decided, what rules suggest and on which words, and where to decide. */
export function Classification({ of }: { readonly of: CaseClassification }): JSX.Element {
  const { category, decided, suggestion, toVerify, treatments, evidence, decideAt } = of;
  return (
    <Section id="classification" title={CASE_WORDS.classification}>
      <dl className="case-sorting">
        <dt>{CASE_WORDS.category}</dt>
        <dd>
          {category} <span className="case-tag">{decided ? CASE_WORDS.decided : CASE_WORDS.undecided}</span>
        </dd>
        <dt>{CASE_WORDS.summary}</dt>
        <dd>{suggestion}</dd>
        {toVerify && (
          <>
            <dt>
              <span className="case-tag verify">{CASE_WORDS.toVerify}</span>
            </dt>
            <dd>{CASE_WORDS.toVerifyHow}</dd>
          </>
        )}
      </dl>
      {treatments.length > 0 && (
        <>
          <h3>{CASE_WORDS.treatments}</h3>
          <ul className="case-treatments">
            {treatments.map((treatment) => (
              <li key={treatment} className="case-tag">
                {treatment}
              </li>
            ))}
          </ul>
        </>
      )}
      {evidence.length > 0 && <Evidence evidence={evidence} />}
      <h3>{CASE_WORDS.byPerson}</h3>
      <p className="case-decide">
        {decideAt === null ? CASE_WORDS.noDecisionColumn : decided ? CASE_WORDS.redecideHow : CASE_WORDS.decideHow}
        <CellLink cell={decideAt} />
      </p>
    </Section>
  );
}

/** Words of the ledger itself, quoted, with what they bear on and by which article. */
const Evidence = ({ evidence }: Pick<CaseClassification, 'evidence'>): JSX.Element => (
  <>
    <h3>{CASE_WORDS.evidence}</h3>
    <ul className="case-evidence">
      {evidence.map(({ axis, words, basis, cell }, at) => (
        <li key={at}>
          <p>
            <span className="quiet">{axis}</span> <q>{CASE_WORDS.evidenceQuote(words)}</q> <CellLink cell={cell} />
          </p>
          {basis !== '' && <p className="quiet">{basis}</p>}
        </li>
      ))}
    </ul>
  </>
);
