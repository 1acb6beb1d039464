import * as React from 'react';

/** A part of the case under its heading, to be jumped to by it. */
export function Section(props: {
  readonly id: string;
  readonly title: string;
  readonly children: React.ReactNode;
}): JSX.Element {
  const heading = `case-${props.id}`;
  return (
    <section className="case-section" data-section={props.id} aria-labelledby={heading}>
      <h2 id={heading}>{props.title}</h2>
      {props.children}
    </section>
  );
}
