import { DefaultButton, PrimaryButton } from 'office-ui-fabric-react/lib/Button';
import { Dropdown } from 'office-ui-fabric-react/lib/Dropdown';
import { ResponsiveMode } from 'office-ui-fabric-react/lib/utilities/decorators/withResponsiveMode';
import * as React from 'react';
import type { CivilDay } from '../../../src/core/dates/civil';
import type { SheetOrder } from '../../../src/ports/checker';
import { SETTINGS_WORDS } from '../../../src/text/zh-CN/pane/settings';
import { DayField } from '../parts/DayField';
import { toSave } from '../session/toSave';
import { useAnswer } from '../session/useAnswer';
import { usePaneState, useSession } from '../session/usePane';
import { HeaderRows } from './HeaderRows';
import { headerRowsOf, NO_DRAFT } from './mappingDraft';

/** No sheet has this name: Excel forbids the colon. */
const ANY = ':';

const NO_ROWS: readonly number[] = [];

/** The sheet to look at and the day to look from; taken up by a check. */
export function CheckWhat({ isShown }: { readonly isShown: boolean }): JSX.Element {
  const session = useSession();
  const { sheet, day, busy, overview } = usePaneState();
  const { checker, today } = session.parts;
  // Sheets come and go without a check: they are asked for each time the settings are opened.
  const sheets = useAnswer(() => (isShown ? checker.ledgerSheets() : Promise.resolve(null)), [isShown, busy === null]);
  const [names, setNames] = React.useState<readonly string[]>([]);
  React.useEffect(() => {
    if (sheets?.ok === true) setNames(sheets.value);
  }, [sheets]);
  const [wanted, setWanted] = React.useState<string | null>(sheet);
  const [from, setFrom] = React.useState<CivilDay | null>(day ?? today());

  const [header, setHeader] = React.useState(NO_DRAFT.header);
  // Of a sheet that was checked the header stands with its mapping, to be corrected there.
  const asksHeader = overview === null || (wanted !== null && wanted !== overview.sheet);
  const headerRows = asksHeader ? headerRowsOf({ ...NO_DRAFT, header }) : null;
  const isHeaderWrong = asksHeader && header !== null && headerRows === null;
  const headed = wanted ?? (names.length === 1 ? (names[0] ?? null) : null);
  const lacksSheet = headerRows !== null && headed === null;

  const check = (): void => {
    if (from === null) return;
    const isHeaded = headerRows !== null && headed !== null;
    session.choose({ sheet: isHeaded ? headed : wanted, day: from === today() ? null : from });
    if (isHeaded) void checkUnder(headerRows, { sheet: headed, today: from });
    else void session.check();
  };
  const checkUnder = async (rows: NonNullable<typeof headerRows>, order: SheetOrder): Promise<void> => {
    const checked = await session.carryOutCheck(() => checker.correctMapping({ headerRows: rows }, order));
    if (!checked) return;
    setWanted(order.sheet);
    setHeader(null);
    const text = SETTINGS_WORDS.headerKept(checked.cases, checked.flaggedCases);
    session.say({ kind: 'done', text: text + toSave(session.parts) });
  };

  return (
    <section className="settings-section" aria-labelledby="settings-order">
      <h2 id="settings-order">{SETTINGS_WORDS.order}</h2>
      <Dropdown
        label={SETTINGS_WORDS.sheet}
        responsiveMode={ResponsiveMode.large}
        selectedKey={wanted ?? ANY}
        options={[
          { key: ANY, text: SETTINGS_WORDS.anySheet },
          // One that was chosen and is gone stays to be seen: the check will say so.
          ...[...new Set([...names, ...(wanted === null ? [] : [wanted])])].map((name) => ({ key: name, text: name })),
        ]}
        onChange={(_, option) => setWanted(option === undefined || option.key === ANY ? null : String(option.key))}
      />
      <DayField
        label={SETTINGS_WORDS.day}
        value={from}
        onChange={setFrom}
        wrong={from === null ? SETTINGS_WORDS.dayMissing : undefined}
      >
        <DefaultButton text={SETTINGS_WORDS.today} onClick={() => setFrom(today())} />
      </DayField>
      <p className="quiet">{SETTINGS_WORDS.dayHow}</p>
      {asksHeader && (
        <>
          <HeaderRows rows={NO_ROWS} typed={header} isWrong={isHeaderWrong} onTyped={setHeader} />
          <p className={lacksSheet ? 'wrong' : 'quiet'} role="status">
            {lacksSheet ? SETTINGS_WORDS.headerNeedsSheet : SETTINGS_WORDS.headerHow}
          </p>
        </>
      )}
      <PrimaryButton
        text={SETTINGS_WORDS.check}
        disabled={busy !== null || from === null || isHeaderWrong || lacksSheet}
        onClick={check}
      />
    </section>
  );
}
