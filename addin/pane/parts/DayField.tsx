import * as React from 'react';
import { formatIso, parseIso, type CivilDay } from '../../../src/core/dates/civil';

export interface DayFieldProps {
  readonly label: string;
  /** Null while none is chosen. */
  readonly value: CivilDay | null;
  readonly onChange: (day: CivilDay | null) => void;
  readonly latest?: CivilDay;
  /** What is wrong with the day, said below it. */
  readonly wrong?: string | undefined;
  readonly children?: React.ReactNode;
}

/** A day to choose, by the browser's own calendar: it knows the user's keyboard and asks for nothing. */
export function DayField({ label, value, onChange, latest, wrong, children }: DayFieldProps): JSX.Element {
  const id = React.useRef(`day-${++count}`).current;
  return (
    <div className="day-field">
      <label htmlFor={id}>{label}</label>
      <div className="day-line">
        <input
          id={id}
          type="date"
          value={value === null ? '' : formatIso(value)}
          max={latest === undefined ? undefined : formatIso(latest)}
          aria-invalid={wrong !== undefined}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => onChange(parseIso(event.target.value))}
        />
        {children}
      </div>
      <p id={`${id}-wrong`} className="wrong" role="alert">
        {wrong ?? ''}
      </p>
    </div>
  );
}

let count = 0;
