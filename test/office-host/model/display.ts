import { notEmulated } from '../engine/errors';
import { plainValue, type Cell } from './cell';
import { DAYS_TO_1904 } from './entry';

/** The text a cell shows. Only the number formats below are known; another one fails loudly. */
export function displayText(cell: Cell | undefined, date1904: boolean): string {
  if (!cell) return '';
  const value = plainValue(cell.value);
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return formatNumber(value, date1904, cell.style.numberFormat.split(';')[0] ?? 'General');
}

function formatNumber(value: number, date1904: boolean, format: string): string {
  if (format === 'General' || format === '@') return String(Number(value.toPrecision(11)));
  const plain = /^(#,##)?0(?:\.(0+))?(%)?$/.exec(format);
  if (plain) {
    const decimals = plain[2]?.length ?? 0;
    let digits = (plain[3] ? value * 100 : value).toFixed(decimals);
    if (plain[1]) digits = digits.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
    return digits + (plain[3] ?? '');
  }
  if (/[ymdhs]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"|\\./g, '')))
    return formatDate(date1904 ? value + DAYS_TO_1904 : value, format);
  throw notEmulated(`the number format ${format}`);
}

function formatDate(serial: number, format: string): string {
  // Serial 60 is the day that never was; from there on the count is one ahead.
  const days = Math.floor(serial);
  const date = new Date(Date.UTC(1899, 11, 31) + (days > 60 ? days - 1 : days) * 86_400_000);
  const seconds = Math.round((serial - days) * 86_400);
  const parts: Record<string, string> = {
    yyyy: String(date.getUTCFullYear()),
    yy: String(date.getUTCFullYear()).slice(2),
    mm: String(date.getUTCMonth() + 1).padStart(2, '0'),
    m: String(date.getUTCMonth() + 1),
    dd: String(date.getUTCDate()).padStart(2, '0'),
    d: String(date.getUTCDate()),
    hh: String(Math.floor(seconds / 3600)).padStart(2, '0'),
    h: String(Math.floor(seconds / 3600)),
    ss: String(seconds % 60).padStart(2, '0'),
  };
  const minutes = String(Math.floor(seconds / 60) % 60).padStart(2, '0');
  let afterHour = false;
  return format.replace(
    /\[\$[^\]]*\]|"([^"]*)"|\\(.)|yyyy|yy|mm|m|dd|d|hh|h|ss|[^"\\ymdhs]/gi,
    (token, quoted, escaped) => {
      if (token.startsWith('[$')) return '';
      if (typeof quoted === 'string') return quoted;
      if (typeof escaped === 'string') return escaped;
      const lower = token.toLowerCase();
      if (lower.startsWith('h')) afterHour = true;
      if (lower.startsWith('m') && afterHour) {
        afterHour = false;
        return minutes;
      }
      return parts[lower] ?? token;
    },
  );
}
