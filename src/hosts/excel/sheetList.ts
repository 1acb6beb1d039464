import type { SheetInfo } from '../../ports/workbook';
import { askNames, ownedSheet } from './ownership';
import type { OwnAreas } from './ownAreas';
import type { Batch, ExcelSession } from './session';

/** The sheets of the workbook, in one round trip. */
export async function listSheets(session: ExcelSession, batch: Batch, own: OwnAreas): Promise<readonly SheetInfo[]> {
  const { worksheets } = batch.context.workbook;
  const canTellProtection = session.has('1.2');
  worksheets.load(`items/id,items/name,items/visibility${canTellProtection ? ',items/protection/protected' : ''}`);
  const active = worksheets.getActiveWorksheet();
  active.load('id');
  const names = askNames(session, batch.context.workbook.names);
  await batch.sync();
  const markers = names();
  const sheets = worksheets.items.map((sheet) => ({
    id: sheet.id,
    info: {
      name: sheet.name,
      visible: sheet.visibility === 'Visible',
      active: sheet.id === active.id,
      protected: canTellProtection && sheet.protection.protected,
      owned: ownedSheet(markers, sheet.name),
    },
  }));
  own.setSheets(sheets.filter(({ info }) => info.owned !== null).map(({ id }) => id));
  return sheets.map(({ info }) => info);
}
