/** The font of a workbook that names none. */
export const FALLBACK_FONT = '宋体';

export { numberedName, PAGE_FOOTER } from '../../../core/writeplan/wording';
