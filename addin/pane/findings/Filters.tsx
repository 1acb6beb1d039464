import * as React from 'react';
import { DUE_STATES } from '../../../src/core/facts/dueStates';
import { SEVERITY_ORDER } from '../../../src/core/writeplan/planSource';
import { FINDINGS_WORDS } from '../../../src/text/zh-CN/pane/findings';
import { STATE_SIGNS } from '../../../src/text/zh-CN/words';
import { usePaneState, useSession } from '../session/usePane';
import { Toggle } from './Choices';
import { isFiltered, NO_FILTERS } from './useCounts';

/** Which severities and which states of the limit are listed; none chosen means all. */
export function Filters(): JSX.Element {
  const session = useSession();
  const { query } = usePaneState();
  const { severities, states } = query;
  return (
    <div className="findings-filters">
      <div role="group" aria-label={FINDINGS_WORDS.severities}>
        <span className="quiet">{FINDINGS_WORDS.severities}</span>
        {SEVERITY_ORDER.map((severity) => (
          <Toggle
            key={severity}
            isOn={severities.includes(severity)}
            onPress={() => session.refine({ severities: turned(severities, severity) })}
          >
            {FINDINGS_WORDS.severity(severity)}
          </Toggle>
        ))}
      </div>
      <div role="group" aria-label={FINDINGS_WORDS.states}>
        <span className="quiet">{FINDINGS_WORDS.states}</span>
        {DUE_STATES.map((state) => (
          <Toggle
            key={state}
            isOn={states.includes(state)}
            onPress={() => session.refine({ states: turned(states, state) })}
          >
            <span aria-hidden="true">{STATE_SIGNS[state]}</span> {FINDINGS_WORDS.state(state)}
          </Toggle>
        ))}
      </div>
      {isFiltered(query) && <ClearFilters />}
    </div>
  );
}

/** The filters in use, each to be taken away. */
export function Chips(): JSX.Element | null {
  const session = useSession();
  const { query } = usePaneState();
  const { severities, states } = query;
  if (severities.length + states.length === 0) return null;
  return (
    <ul className="findings-chips" aria-label={FINDINGS_WORDS.chipsLabel}>
      {severities.map((severity) => (
        <Chip
          key={severity}
          word={FINDINGS_WORDS.severity(severity)}
          onRemove={() => session.refine({ severities: turned(severities, severity) })}
        />
      ))}
      {states.map((state) => (
        <Chip
          key={state}
          word={FINDINGS_WORDS.state(state)}
          onRemove={() => session.refine({ states: turned(states, state) })}
        />
      ))}
      <li>
        <ClearFilters />
      </li>
    </ul>
  );
}

const Chip = ({ word, onRemove }: { readonly word: string; readonly onRemove: () => void }): JSX.Element => (
  <li>
    <button type="button" className="chip" aria-label={FINDINGS_WORDS.removeChip(word)} onClick={onRemove}>
      {word} <span aria-hidden="true">×</span>
    </button>
  </li>
);

export function ClearFilters(): JSX.Element {
  const session = useSession();
  return (
    <button type="button" className="cell-link" onClick={() => session.refine(NO_FILTERS)}>
      {FINDINGS_WORDS.clear}
    </button>
  );
}

/** With one more, or without it where it was in. */
const turned = <T,>(all: readonly T[], one: T): readonly T[] =>
  all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
