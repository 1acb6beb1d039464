/** Words before 镇, 乡 or 街道 that make no place of it. */
const NO_PLACE = /(?:老|家|故|返|回|下|城|山|本|全|各|该|村|集|乡|市)$/u;
const PLACE = /(?:^|[省市县区、，,\s])?([\u4e00-\u9fa5]{2,12}?)(镇|乡|街道)/u;
const OFFICE = /([\u4e00-\u9fa5]{2,8})司法所/u;
/** A place's own name is no longer than this. */
const LONGEST = 4;

/** The town, township or street an address or text names, without what it belongs to: 某县城关镇某村 is 城关镇. */
export function townshipIn(address: string): string | null {
  const found = PLACE.exec(address);
  if (!found) return null;
  const [, before = '', kind = ''] = found;
  const own = before.replace(/^.*(?:省|市|县|区)(?=.)/u, '');
  if (own.length < 2 || own.length > LONGEST || (kind === '乡' && NO_PLACE.test(own))) return null;
  return own + kind;
}

/** The place that a 司法所 serves: 城关司法所, 城关镇司法所. */
export function townshipOfOffice(unit: string): string | null {
  const name = OFFICE.exec(unit)?.[1]?.replace(/^.*(?:省|市|县|区)(?=.{2})/u, '');
  return name === undefined ? null : name;
}

/** 城关 of 城关镇: how the two spellings are known for one place. */
export const stemOf = (place: string): string => (place.length > 2 ? place.replace(/(?:镇|乡|街道)$/u, '') : place);
