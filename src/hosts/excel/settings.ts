import { readSettingsXml, SETTINGS_NAMESPACE, settingsXml } from '../../core/writeplan/settingsXml';
import { problem } from '../../core/problem';
import { ExcelFault } from './faults';
import type { DocumentSettings } from './office';
import type { Batch, ExcelSession } from './session';

/** Where settings are kept below ExcelApi 1.5: all of them in one setting of the add-in. */
const SETTING = 'appeals.settings';

/** What we keep in the workbook: a custom XML part that files and command line know too. */
export async function loadSettings(session: ExcelSession, batch: Batch): Promise<Map<string, string>> {
  return session.has('1.5') ? (await findPart(batch)).settings : stored(documentSettings(session));
}

/** Sets, and with null removes, settings; the part goes when the last of them goes. */
export async function changeSettings(
  session: ExcelSession,
  batch: Batch,
  changes: ReadonlyMap<string, string | null>,
): Promise<void> {
  const apply = (settings: Map<string, string>): void => {
    for (const [key, value] of changes)
      if (value === null) settings.delete(key);
      else settings.set(key, value);
  };
  if (!session.has('1.5')) {
    const store = documentSettings(session);
    const settings = stored(store);
    apply(settings);
    if (settings.size === 0) store.remove(SETTING);
    else store.set(SETTING, settingsXml(settings));
    return save(store);
  }
  const { part, settings } = await findPart(batch);
  apply(settings);
  if (settings.size > 0 && part) part.setXml(settingsXml(settings));
  else if (settings.size > 0) batch.context.workbook.customXmlParts.add(settingsXml(settings));
  else part?.delete();
  await batch.sync();
}

async function findPart(batch: Batch): Promise<{ part: Excel.CustomXmlPart | null; settings: Map<string, string> }> {
  const parts = batch.context.workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  parts.load('items/id');
  await batch.sync();
  // A sheet copied from another workbook may bring that one's part along: the first stands.
  const found = parts.items[0];
  if (!found) return { part: null, settings: new Map() };
  const part = batch.context.workbook.customXmlParts.getItem(found.id);
  const xml = part.getXml();
  await batch.sync();
  return { part, settings: readSettingsXml(xml.value) };
}

function documentSettings({ runtime }: ExcelSession): DocumentSettings {
  if (!runtime.documentSettings) throw new ExcelFault(problem('excel-too-old', { stage: 'nothing', version: '1.5' }));
  return runtime.documentSettings;
}

function stored(store: DocumentSettings): Map<string, string> {
  const xml = store.get(SETTING);
  return readSettingsXml(typeof xml === 'string' ? xml : '');
}

const save = (store: DocumentSettings): Promise<void> =>
  new Promise((resolve, reject) =>
    store.saveAsync(({ status, error }) => {
      if (status === 'succeeded') resolve();
      else
        reject(
          new ExcelFault(problem('excel-refused', { stage: 'nothing', error: error?.message ?? status, where: '' })),
        );
    }),
  );
