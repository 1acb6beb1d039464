import * as React from 'react';
import type { Clarity } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { CaseMark } from './CaseMark';
import { CellLink } from './CellLink';
import { Section } from './Section';

/** 责任股室, 包案负责人, 办理时限: the text as it stands, and whether it is clear. */
export const Clarities = ({ clarities }: { readonly clarities: readonly Clarity[] }): JSX.Element => (
  <Section id="clarities" title={CASE_WORDS.clarities}>
    <ul className="case-rows">
      {clarities.map(({ field, label, text, cell, state }) => (
        <li key={field}>
          <span className="label">{label}</span>
          <span className="text">{text || (cell === null ? CASE_WORDS.noColumn : CASE_WORDS.blank)}</span>
          <CaseMark state={state} word={CASE_WORDS.clarity[state]} />
          <CellLink cell={cell} />
        </li>
      ))}
    </ul>
  </Section>
);
