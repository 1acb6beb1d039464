import * as React from 'react';

/** A part of the settings that is looked into now and then: closed, its heading says the most important of it. */
export const Fold = (props: {
  readonly title: string;
  readonly summary: string;
  readonly children: React.ReactNode;
}): JSX.Element => (
  <details className="settings-section fold">
    <summary>
      <h2>{props.title}</h2>
      <span className="quiet">{props.summary}</span>
    </summary>
    <div className="fold-body">{props.children}</div>
  </details>
);
