import * as React from 'react';
import { WORKBENCH_WORDS } from '../../../src/text/zh-CN/pane/workbench';
import { Pane } from '../../pane/Pane';
import { useBook } from '../book/useBook';
import type { Workbench } from '../openWorkbench';
import pageStyles from '../workbench.css';
import { LedgerPart } from './LedgerPart';
import { PartTabs, type Part } from './PartTabs';
import { RulesPanel } from './RulesPanel';
import { Splitter, SPLITTER } from './Splitter';
import { AskStrip, ProblemStrip } from './Strips';
import { TopBar } from './TopBar';
import { useDrop } from './useDrop';
import { useIsNarrow, usePartKeys, useWarning } from './usePage';
import { useWorkbench } from './useWorkbench';

/** The workbench: the workbook in a grid, the pane beside it. */
export function WorkbenchPage({ workbench }: { readonly workbench: Workbench }): JSX.Element {
  const { session, rules, told, actions } = useWorkbench(workbench);
  const { book, parts } = session;
  useBook(book);
  const [width, setWidth] = React.useState(360);
  const [part, setPart] = React.useState<Part>('pane');
  const isNarrow = useIsNarrow();
  const isOver = useDrop(actions.take);
  const [ledger, pane] = [React.useRef<HTMLElement>(null), React.useRef<HTMLDivElement>(null)];
  useWarning(!book.isSaved);
  usePartKeys(ledger, pane, setPart);
  // The pane sends the user to a cell: on a narrow page it has to make room.
  React.useEffect(() => book.asked.on(() => setPart('ledger')), [book]);

  return (
    <div className="wb" data-narrow={isNarrow ? '' : undefined}>
      <style>{pageStyles}</style>
      <TopBar
        file={book.opened.name}
        isSaved={book.isSaved}
        hasPlace={session.place !== null}
        isRulesOpen={told.isRulesOpen}
        status={told.status}
        actions={actions}
      />
      {told.asking && <AskStrip file={book.opened.name} onAnswer={actions.answer} />}
      {told.problems.length > 0 && <ProblemStrip problems={told.problems} onClose={actions.dismiss} />}
      {told.isRulesOpen && (
        <RulesPanel
          pack={rules.pack}
          isTried={rules.isTried}
          refused={told.refused}
          onFiles={actions.open}
          onBack={actions.backToRules}
          onClose={() => actions.showRules(false)}
        />
      )}
      {isNarrow && <PartTabs part={part} onPart={setPart} />}
      <div className="wb-body">
        <section
          ref={ledger}
          className="wb-ledger"
          aria-label={WORKBENCH_WORDS.ledger}
          hidden={isNarrow && part !== 'ledger'}
        >
          <LedgerPart key={session.key} book={book} onNote={actions.note} onEdited={actions.tellEdit} />
        </section>
        <section
          className="wb-pane"
          aria-label={WORKBENCH_WORDS.pane}
          hidden={isNarrow && part !== 'pane'}
          style={isNarrow ? {} : { width: width + SPLITTER }}
        >
          {!isNarrow && <Splitter width={width} onWidth={setWidth} />}
          <div ref={pane} className="wb-inside">
            <Pane key={session.key} parts={parts} />
          </div>
        </section>
      </div>
      {isOver && (
        <div className="wb-drop">
          {WORKBENCH_WORDS.drop}
          <small>{WORKBENCH_WORDS.dropHint}</small>
        </div>
      )}
    </div>
  );
}
