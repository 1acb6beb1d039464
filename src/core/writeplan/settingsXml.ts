import { keptText, textKept } from './keptText';

/**
 * What we keep in a workbook travels as one custom XML part of this namespace, whichever host wrote it: Excel hands it
 * to add-ins by the namespace, files hold it among their parts.
 */
export const SETTINGS_NAMESPACE = 'urn:appeals-ledger:settings';

/** The XML of the part for these settings, in the order of their keys. */
export function settingsXml(settings: ReadonlyMap<string, string>): string {
  const entries = [...settings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `<entry key="${escape(keptText(key))}">${escape(keptText(value))}</entry>`);
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${entries.join('')}</settings>`;
}

const ENTRY =
  /<(?:\w+:)?entry\b[^>]*?\skey\s*=\s*(?:"([^"]*)"|'([^']*)')[^>]*?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?entry\s*>)/g;

/** The settings that a part holds; what is not ours in it is passed over. */
export function readSettingsXml(xml: string): Map<string, string> {
  const settings = new Map<string, string>();
  for (const [, double, single, text = ''] of xml.matchAll(ENTRY))
    settings.set(textKept(unescape(double ?? single ?? '')), textKept(unescape(text)));
  return settings;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Line breaks as references, since readers of XML make one of every kind. */
const escape = (text: string): string =>
  text.replace(/[&<>"\t\n]/g, (character) => {
    const name = Object.keys(NAMED).find((key) => NAMED[key] === character);
    return name === undefined ? `&#${character.charCodeAt(0)};` : `&${name};`;
  });

const unescape = (text: string): string =>
  text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (whole, hex?: string, digits?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
