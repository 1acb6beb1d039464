import * as React from 'react';
import { CASE_SIGNS } from '../../../src/text/zh-CN/pane/case';

/** How something of a case stands: a sign and a word, in a colour that says the same. */
export const CaseMark = (props: { readonly state: keyof typeof CASE_SIGNS; readonly word: string }): JSX.Element => (
  <span className={`case-mark ${props.state}`}>
    <span className="sign" aria-hidden="true">
      {CASE_SIGNS[props.state]}
    </span>{' '}
    {props.word}
  </span>
);
