import * as React from 'react';
import type { Finding } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { FindingItem } from '../parts/FindingItem';
import { Section } from './Section';

/** The findings of one case; what a person set aside stands apart, with who said so and why. */
export function CaseFindings({ findings }: { readonly findings: readonly Finding[] }): JSX.Element {
  const [open, setOpen] = React.useState<string | null>(null);
  const standing = findings.filter(({ aside }) => aside === null);
  const aside = findings.filter((finding) => finding.aside !== null);
  const item = (finding: Finding): JSX.Element => (
    <li key={finding.key}>
      <FindingItem
        finding={finding}
        hidesCase
        isOpen={open === finding.key}
        onToggle={() => setOpen(open === finding.key ? null : finding.key)}
      />
      {finding.aside !== null && <p className="case-aside quiet">{CASE_WORDS.aside(finding.aside)}</p>}
    </li>
  );
  return (
    <Section id="findings" title={CASE_WORDS.findings}>
      {standing.length === 0 ? (
        <p className="case-none">{CASE_WORDS.noFindings}</p>
      ) : (
        <ul className="case-findings">{standing.map(item)}</ul>
      )}
      {aside.length > 0 && (
        <>
          <h3>{CASE_WORDS.asideHeading(aside.length)}</h3>
          <ul className="case-findings">{aside.map(item)}</ul>
        </>
      )}
    </Section>
  );
}
