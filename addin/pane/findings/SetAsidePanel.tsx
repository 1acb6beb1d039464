import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Panel, PanelType } from 'office-ui-fabric-react/lib/Panel';
import { TextField } from 'office-ui-fabric-react/lib/TextField';
import * as React from 'react';
import { formatIso, parseIso, type CivilDay } from '../../../src/core/dates/civil';
import type { AsideKind } from '../../../src/core/setAside/entry';
import type { Finding } from '../../../src/ports/checker';
import { SET_ASIDE_WORDS } from '../../../src/text/zh-CN/pane/setAside';
import { PANE_WORDS } from '../../../src/text/zh-CN/pane/shell';
import { Notices } from '../parts/Notices';
import { usePaneState, useSession } from '../session/usePane';

interface SetAsidePanelProps {
  readonly finding: Finding;
  readonly kind: AsideKind;
  readonly today: CivilDay;
  /** The name that was given last. */
  readonly by: string;
  readonly onBy: (name: string) => void;
  readonly onClose: () => void;
}

/** Reason, name and last day of a finding that is to be set aside, and what that does. */
export function SetAsidePanel(props: SetAsidePanelProps): JSX.Element {
  const { finding, kind, today, by, onBy, onClose } = props;
  const session = useSession();
  const { busy } = usePaneState();
  const [reason, setReason] = React.useState('');
  const [until, setUntil] = React.useState('');
  const [wasSent, setSent] = React.useState(false);
  const missing = mistakes({ kind, reason, by, until, today });
  const said = wasSent ? missing : NO_MISTAKES;
  const send = async (): Promise<void> => {
    setSent(true);
    if (missing.reason || missing.by || missing.until) return;
    const order = { key: finding.key, kind, reason, by, until: parseIso(until) };
    const done = await session.carryOutCheck(() => session.parts.checker.setAside(order));
    if (!done) return;
    session.say({ kind: 'done', text: SET_ASIDE_WORDS.done(kind) });
    onClose();
  };
  return (
    <Panel
      isOpen
      className="pane-panel"
      type={PanelType.smallFluid}
      headerText={SET_ASIDE_WORDS.markAs(kind)}
      closeButtonAriaLabel={PANE_WORDS.close}
      onDismiss={onClose}
    >
      <Notices />
      <p className="set-aside-what">
        {finding.caseLabel}　{finding.unit}
        <br />
        {finding.what}
      </p>
      <p className="quiet">{SET_ASIDE_WORDS.does[kind]}</p>
      <p className="quiet">{SET_ASIDE_WORDS.kept}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <TextField
          label={SET_ASIDE_WORDS.reason}
          required
          multiline
          rows={3}
          value={reason}
          errorMessage={said.reason}
          onChange={(_event, typed) => setReason(typed ?? '')}
        />
        <TextField
          label={SET_ASIDE_WORDS.by}
          required
          value={by}
          errorMessage={said.by}
          onChange={(_event, typed) => onBy(typed ?? '')}
        />
        <TextField
          label={SET_ASIDE_WORDS.until[kind]}
          required={kind === 'postponed'}
          type="date"
          min={formatIso(today)}
          value={until}
          errorMessage={said.until}
          onChange={(_event, typed) => setUntil(typed ?? '')}
        />
        <div className="finding-actions">
          <PrimaryButton type="submit" text={SET_ASIDE_WORDS.markAs(kind)} disabled={busy !== null} />
          <DefaultButton text={PANE_WORDS.cancel} onClick={onClose} />
        </div>
      </form>
    </Panel>
  );
}

/** What is wrong with each field; '' where nothing is. */
interface Mistakes {
  readonly reason: string;
  readonly by: string;
  readonly until: string;
}

const NO_MISTAKES: Mistakes = { reason: '', by: '', until: '' };

function mistakes(form: Mistakes & { readonly kind: AsideKind; readonly today: CivilDay }): Mistakes {
  const { kind, reason, by, until, today } = form;
  const day = parseIso(until);
  const late =
    day === null
      ? kind === 'postponed' && SET_ASIDE_WORDS.untilMissing
      : day < today && SET_ASIDE_WORDS.untilPast(today);
  return {
    reason: reason.trim() === '' ? SET_ASIDE_WORDS.reasonMissing : '',
    by: by.trim() === '' ? SET_ASIDE_WORDS.byMissing : '',
    until: late === false ? '' : late,
  };
}
