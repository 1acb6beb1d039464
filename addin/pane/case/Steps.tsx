import * as React from 'react';
import type { CaseStep } from '../../../src/ports/checker';
import { CASE_WORDS } from '../../../src/text/zh-CN/pane/case';
import { CaseMark } from './CaseMark';
import { CellLink } from './CellLink';
import { Section } from './Section';

/** The way of a case from registration to sign-off, and how far it has come. */
export const Steps = ({ steps }: { readonly steps: readonly CaseStep[] }): JSX.Element => (
  <Section id="steps" title={CASE_WORDS.steps}>
    <ol className="case-rows case-steps">
      {steps.map(({ label, text, cell, state }) => (
        <li key={label} className={state} aria-current={state === 'now' ? 'step' : undefined}>
          <CaseMark state={state} word={CASE_WORDS.step[state]} />
          <span className="label">{label}</span>
          <span className="text">{text}</span>
          <CellLink cell={cell} />
        </li>
      ))}
    </ol>
  </Section>
);
