import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Panel, PanelType } from 'office-ui-fabric-react/lib/Panel';
import * as React from 'react';
import type { Reminder } from '../../../src/ports/checker';
import { REMINDERS_WORDS } from '../../../src/text/zh-CN/pane/reminders';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { Empty } from '../parts/Empty';
import { useAnswer } from '../session/useAnswer';
import { useSession } from '../session/usePane';
import { copyText } from './copyText';

/** Between the texts of two units. */
const APART = '\n\n';

/** One text a unit, masked, to be copied into a message. */
export function RemindersPanel(props: { readonly revision: number; readonly onClose: () => void }): JSX.Element {
  const session = useSession();
  const reminders = useAnswer(() => session.parts.checker.reminders(), [props.revision]);
  return (
    <Panel
      isOpen
      className="pane-panel"
      type={PanelType.smallFluid}
      headerText={REMINDERS_WORDS.heading}
      closeButtonAriaLabel={PANE_WORDS.close}
      onDismiss={props.onClose}
    >
      {reminders === null && <p className="quiet">{REMINDERS_WORDS.loading}</p>}
      {reminders?.length === 0 && (
        <Empty title={REMINDERS_WORDS.none}>
          <p className="quiet">{REMINDERS_WORDS.noneHow}</p>
        </Empty>
      )}
      {reminders && reminders.length > 0 && <Reminders reminders={reminders} />}
    </Panel>
  );
}

function Reminders({ reminders }: { readonly reminders: readonly Reminder[] }): JSX.Element {
  /** The unit whose text was copied last; '' for all of them. */
  const [copied, setCopied] = React.useState<string | null>(null);
  const [said, setSaid] = React.useState('');
  const spare = React.useRef<HTMLTextAreaElement>(null);
  const copy = async (unit: string, text: string, field: HTMLTextAreaElement | null): Promise<void> => {
    if (!field) return;
    const isCopied = await copyText(text, field);
    setCopied(isCopied ? unit : null);
    setSaid(
      !isCopied
        ? REMINDERS_WORDS.refused
        : unit === ''
          ? REMINDERS_WORDS.saidCopiedAll(reminders.length)
          : REMINDERS_WORDS.saidCopied(unit),
    );
  };
  const all = reminders.map(({ text }) => text).join(APART);
  return (
    <>
      <p className="quiet">{REMINDERS_WORDS.masked}</p>
      <div className="finding-actions">
        <PrimaryButton
          text={copied === '' ? REMINDERS_WORDS.copied : REMINDERS_WORDS.copyAll(reminders.length)}
          onClick={() => void copy('', all, spare.current)}
        />
      </div>
      <p className="reminders-said" role="status">
        {said}
      </p>
      <textarea ref={spare} className="reminders-spare" readOnly tabIndex={-1} aria-hidden="true" />
      <ul className="reminders">
        {reminders.map((reminder) => (
          <OneReminder
            key={reminder.unit}
            reminder={reminder}
            isCopied={copied === reminder.unit}
            onCopy={(field) => void copy(reminder.unit, reminder.text, field)}
          />
        ))}
      </ul>
    </>
  );
}

function OneReminder(props: {
  readonly reminder: Reminder;
  readonly isCopied: boolean;
  readonly onCopy: (field: HTMLTextAreaElement | null) => void;
}): JSX.Element {
  const { unit, cases, text } = props.reminder;
  const field = React.useRef<HTMLTextAreaElement>(null);
  return (
    <li>
      <div className="reminders-head">
        <h2>{REMINDERS_WORDS.unit(unit, cases)}</h2>
        <DefaultButton
          text={props.isCopied ? REMINDERS_WORDS.copied : REMINDERS_WORDS.copy}
          ariaLabel={props.isCopied ? REMINDERS_WORDS.saidCopied(unit) : REMINDERS_WORDS.copyOf(unit)}
          onClick={() => props.onCopy(field.current)}
        />
      </div>
      <textarea ref={field} readOnly rows={5} value={text} aria-label={REMINDERS_WORDS.textOf(unit)} />
    </li>
  );
}
