import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import { SearchBox } from 'office-ui-fabric-react/lib/SearchBox';
import * as React from 'react';
import type { OpenCase } from '../../../src/ports/checker';
import { REVIEW_WORDS } from '../../../src/text/zh-CN/pane/review';
import { StateMark } from '../parts/StateMark';
import { useSession } from '../session/usePane';
import { useShownAnswer } from '../session/useShownAnswer';

/** So many cases are listed at a time: a page of checkboxes more is one press away. */
const PAGE = 100;

export interface CaseTicksProps {
  readonly isShown: boolean;
  /** Keys of cases, those too that the search does not show. */
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (keys: ReadonlySet<string>) => void;
}

/** The cases that are not closed, most urgent first, to be found and ticked. */
export function CaseTicks({ isShown, ticked, onTicked }: CaseTicksProps): JSX.Element {
  const { checker } = useSession().parts;
  const [search, setSearch] = React.useState('');
  const [count, setCount] = React.useState(PAGE);
  const [skipped, setSkipped] = React.useState(0);
  const found = useShownAnswer(isShown, () => checker.openCases({ search, from: 0, count }), [search, count]);

  const tick = (key: string, isTicked: boolean): void => {
    const keys = new Set(ticked);
    if (isTicked) keys.add(key);
    else keys.delete(key);
    onTicked(keys);
  };
  const tickAll = async (): Promise<void> => {
    const { cases, total } = await checker.openCases({ search, from: 0, count: Number.MAX_SAFE_INTEGER });
    const recordable = cases.filter((one) => one.recordable);
    setSkipped(total - recordable.length);
    onTicked(new Set([...ticked, ...recordable.map(({ key }) => key)]));
  };

  const total = found?.total ?? 0;
  return (
    <section aria-label={REVIEW_WORDS.cases}>
      <SearchBox
        placeholder={REVIEW_WORDS.search}
        ariaLabel={REVIEW_WORDS.search}
        value={search}
        onChange={(_, text) => {
          setSearch(text ?? '');
          setCount(PAGE);
          setSkipped(0);
        }}
      />
      <div className="ticks-line">
        <span className="quiet" role="status">
          {REVIEW_WORDS.found(total)}
          {ticked.size > 0 ? `；${REVIEW_WORDS.ticked(ticked.size)}` : ''}
        </span>
        {total > 0 && (
          <button type="button" className="cell-link" onClick={() => void tickAll()}>
            {REVIEW_WORDS.tickAll(total)}
          </button>
        )}
        {ticked.size > 0 && (
          <button type="button" className="cell-link" onClick={() => onTicked(new Set())}>
            {REVIEW_WORDS.untick}
          </button>
        )}
      </div>
      {skipped > 0 && <p className="quiet">{REVIEW_WORDS.skipped(skipped)}</p>}
      {found !== null && total === 0 && (
        <p className="quiet">{search.trim() === '' ? REVIEW_WORDS.noneOpen : REVIEW_WORDS.nothing}</p>
      )}
      {found !== null && total > 0 && (
        <ul className="ticks" data-list="open-cases">
          {found.cases.map((one) => (
            <Tick key={one.key} of={one} isTicked={ticked.has(one.key)} onTick={tick} />
          ))}
          {found.cases.length < total && (
            <li className="ticks-more">
              <DefaultButton
                text={REVIEW_WORDS.more(Math.min(PAGE, total - found.cases.length))}
                onClick={() => setCount(count + PAGE)}
              />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function Tick(props: {
  readonly of: OpenCase;
  readonly isTicked: boolean;
  readonly onTick: (key: string, isTicked: boolean) => void;
}): JSX.Element {
  const { of, isTicked, onTick } = props;
  const { key, caseLabel, unit, petitioner, title, state, daysLeft, recordable } = of;
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          checked={isTicked}
          disabled={!recordable}
          onChange={(event) => onTick(key, event.target.checked)}
        />
        <span className="tick-text">
          <span className="finding-who">
            <span className="unit">{unit}</span>
            <span className="label">{petitioner}</span>
            <span className="days">
              <StateMark state={state} daysLeft={daysLeft} />
            </span>
          </span>
          <span className="tick-title">
            <span className="number">{caseLabel}</span>　{title}
          </span>
          {!recordable && <span className="wrong">{REVIEW_WORDS.withoutNumber}</span>}
        </span>
      </label>
    </li>
  );
}
