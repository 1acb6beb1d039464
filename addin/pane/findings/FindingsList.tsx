import { DefaultButton } from 'office-ui-fabric-react/lib/Button';
import * as React from 'react';
import type { AsideKind } from '../../../src/core/setAside/entry';
import type { Finding, ListLine } from '../../../src/ports/checker';
import { FINDING_WORDS } from '../../../src/text/zh-CN/pane/finding';
import { FINDINGS_WORDS } from '../../../src/text/zh-CN/pane/findings';
import { SET_ASIDE_WORDS } from '../../../src/text/zh-CN/pane/setAside';
import { FindingItem } from '../parts/FindingItem';
import { StateMark } from '../parts/StateMark';
import { useSession } from '../session/usePane';
import { lineOf, type FindingLines, type ShownLines } from './findingLines';
import { VirtualList, type LineHead } from './VirtualList';

/** Of a heading and of a closed finding, in pixels; findings.css says the same. */
const LINE_HEIGHT = 56;

interface FindingsListProps {
  readonly listRef: React.Ref<VirtualList>;
  readonly shown: ShownLines;
  readonly lines: FindingLines;
  readonly isBehind: boolean;
  readonly onSetAside: (finding: Finding, kind: AsideKind) => void;
}

/** The findings under the headings of their groups. */
export function FindingsList({ listRef, shown, lines, isBehind, onSetAside }: FindingsListProps): JSX.Element {
  const { count, active, opened, shift, query } = shown;
  return (
    <VirtualList
      ref={listRef}
      label={FINDINGS_WORDS.listLabel}
      isBehind={isBehind}
      className={`by-${query.group}`}
      count={count}
      lineHeight={LINE_HEIGHT}
      active={active}
      onActive={(at) => lines.activate(at)}
      opened={opened?.at ?? -1}
      shift={shift}
      keyOf={(at) => lineKey(lineOf(shown, at)) ?? `line ${at}`}
      onSeen={(first, last) => lines.see(first, last)}
      renderLine={(at, head) => {
        const line = lineOf(shown, at);
        if (line === null) return <div className="findings-coming" {...head} />;
        if (line.kind === 'group') return <Heading line={line} head={head} />;
        const isOpen = opened?.at === at;
        return (
          <FindingItem
            finding={line.finding}
            isOpen={isOpen}
            onToggle={() => lines.toggle(at)}
            hidesCase={query.group === 'case'}
            oneLine={query.group !== 'case'}
            headProps={head}
            note={isOpen && <AsideNote finding={line.finding} />}
            actions={isOpen && <Actions finding={line.finding} onSetAside={onSetAside} />}
          />
        );
      }}
    />
  );
}

const lineKey = (line: ListLine | null): string | null =>
  line === null ? null : line.kind === 'group' ? line.key : `finding ${line.finding.key}`;

/** Characters of a heading that fit two lines of a narrow pane. */
const LONG_TITLE = 28;
/** Between number, name and unit of a case: a heading breaks there first. */
const APART = '\u3000';

const Heading = (props: {
  readonly line: Extract<ListLine, { readonly kind: 'group' }>;
  readonly head: LineHead;
}): JSX.Element => {
  const { title, count, due } = props.line;
  return (
    <div className={title.length > LONG_TITLE ? 'findings-heading long' : 'findings-heading'} {...props.head}>
      <h2>
        {title.split(APART).map((part) => (
          <React.Fragment key={part}>
            <span className="part">{part}</span>{' '}
          </React.Fragment>
        ))}
      </h2>
      <span className="figures">
        {due && <StateMark state={due.state} daysLeft={due.daysLeft} />}
        <span className="quiet number">{FINDINGS_WORDS.count(count)}</span>
      </span>
    </div>
  );
};

/** What a person said of a finding that was set aside. */
function AsideNote({ finding: { aside } }: { readonly finding: Finding }): JSX.Element | null {
  if (aside === null) return null;
  return (
    <dl>
      <dt>{SET_ASIDE_WORDS.asideAs(aside.kind)}</dt>
      <dd>{aside.reason}</dd>
      <dd className="quiet">{SET_ASIDE_WORDS.decided(aside)}</dd>
    </dl>
  );
}

/** What can be done with an opened finding beside going to its cell. */
function Actions(props: {
  readonly finding: Finding;
  readonly onSetAside: FindingsListProps['onSetAside'];
}): JSX.Element {
  const { finding, onSetAside } = props;
  const session = useSession();
  const openCase = async (): Promise<void> => {
    await session.goTo(finding.cell);
    session.show('case');
  };
  const takeBack = async (): Promise<void> => {
    const done = await session.carryOutCheck(() => session.parts.checker.takeBack(finding.key));
    if (done) session.say({ kind: 'done', text: SET_ASIDE_WORDS.takenBack });
  };
  return (
    <>
      <DefaultButton text={FINDING_WORDS.openCase} onClick={() => void openCase()} />
      {finding.aside !== null && <DefaultButton text={SET_ASIDE_WORDS.takeBack} onClick={() => void takeBack()} />}
      {finding.aside === null && finding.outcome === 'flagged' && (
        <>
          <DefaultButton text={SET_ASIDE_WORDS.kinds.wrong} onClick={() => onSetAside(finding, 'wrong')} />
          <DefaultButton text={SET_ASIDE_WORDS.kinds.postponed} onClick={() => onSetAside(finding, 'postponed')} />
        </>
      )}
    </>
  );
}
