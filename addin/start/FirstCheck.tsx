import * as React from 'react';
import type { Problem } from '../../src/core/problem';
import type { CivilDay } from '../../src/core/dates/civil';
import { START_WORDS } from '../../src/text/zh-CN/pane/start';
import { sayProblem } from '../../src/text/zh-CN/problems';
import type { Checker, Finding, Overview } from '../../src/ports/checker';
import type { RibbonOrders } from '../../src/ports/ribbonOrders';

export interface FirstCheckProps {
  readonly checker: Checker;
  readonly today: () => CivilDay;
  readonly orders: RibbonOrders | null;
}

/** One button, and what is to be done first: the least that a pane is good for. */
export function FirstCheck({ checker, today, orders }: FirstCheckProps): JSX.Element {
  const [progress, setProgress] = React.useState('');
  const [overview, setOverview] = React.useState<Overview | null>(null);
  const [list, setList] = React.useState<readonly Finding[]>([]);
  const [problems, setProblems] = React.useState<readonly Problem[]>([]);

  const check = React.useCallback(async (): Promise<void> => {
    const checked = await checker.check({ sheet: null, today: today() }, ({ phase, done, total }) =>
      setProgress(phase === 'reading' ? START_WORDS.reading(done, total) : START_WORDS.checking(done, total)),
    );
    setProgress('');
    setProblems(checked.ok ? [] : checked.problems);
    if (!checked.ok) return;
    setOverview(checked.value);
    setList(await checker.today());
  }, [checker, today]);

  React.useEffect(
    () =>
      orders?.onOrder((order) => {
        if (order === 'check') void check();
        else void checker.clear().then((cleared) => setProblems(cleared.ok ? [] : cleared.problems));
      }),
    [orders, check, checker],
  );

  return (
    <main
      style={{ padding: 16, fontFamily: "'Microsoft YaHei', 'Segoe UI', sans-serif", fontSize: 14, lineHeight: 1.6 }}
    >
      <h1 style={{ fontSize: 18, margin: '0 0 8px' }}>{START_WORDS.title}</h1>
      <button type="button" onClick={() => void check()} style={{ padding: '6px 24px', font: 'inherit' }}>
        {START_WORDS.check}
      </button>
      <p role="status">
        {progress || (overview && START_WORDS.checked(overview.cases, overview.flaggedCases, overview.unjudgedCases))}
      </p>
      {problems.map((problem, at) => (
        <p key={at} role="alert">
          {sayProblem(problem)}
        </p>
      ))}
      <ol data-list="today">
        {list.map(({ key, cell, unit, what, next }) => (
          <li key={key}>
            {cell} {unit} {what} {next}
          </li>
        ))}
      </ol>
    </main>
  );
}
