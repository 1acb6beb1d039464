import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import * as React from 'react';
import { WRITE_WORDS } from '../../../src/text/zh-CN/pane/write';
import { NeverChecked } from '../parts/Empty';
import { ReviewForm } from '../review/ReviewForm';
import { usePaneState } from '../session/usePane';
import { ClearResults } from './ClearResults';
import { DropDowns } from './DropDowns';
import { WriteResults } from './WriteResults';

const TASKS = ['results', 'review', 'lists', 'clear'] as const;
type Task = (typeof TASKS)[number];

const CONTENT: Readonly<Record<Task, (props: { readonly isShown: boolean }) => JSX.Element>> = {
  results: WriteResults,
  review: ReviewForm,
  lists: DropDowns,
  clear: ClearResults,
};

const tabOf = (task: string): string => `write-tab-${task}`;

/** Everything that changes the workbook, one thing at a time: results, a meeting's record, lists, and taking it away. */
export function WriteView(): JSX.Element {
  const { overview, view } = usePaneState();
  const [task, setTask] = React.useState<Task>('results');
  const [opened, setOpened] = React.useState<ReadonlySet<Task>>(new Set<Task>(['results']));
  if (!overview) return <NeverChecked />;
  const choose = (next: Task): void => {
    setTask(next);
    setOpened(new Set([...opened, next]));
  };
  return (
    <div className="write">
      <div className="write-tasks">
        <Pivot
          headersOnly
          selectedKey={task}
          getTabId={tabOf}
          aria-label={WRITE_WORDS.tasksLabel}
          onLinkClick={(item) => choose(item?.props.itemKey as Task)}
        >
          {TASKS.map((id) => (
            <PivotItem key={id} itemKey={id} headerText={WRITE_WORDS.tasks[id]} />
          ))}
        </Pivot>
      </div>
      {TASKS.map((id) => {
        const Content = CONTENT[id];
        return (
          <div key={id} className="write-task" role="tabpanel" aria-labelledby={tabOf(id)} hidden={id !== task}>
            {opened.has(id) && <Content isShown={view === 'write' && id === task} />}
          </div>
        );
      })}
    </div>
  );
}
