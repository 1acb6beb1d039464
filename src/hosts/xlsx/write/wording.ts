/** The font of a workbook that names none. */
export const FALLBACK_FONT = '宋体';

export { numberedName, PAGE_FOOTER } from '../../../core/writeplan/wording';
/** Who wrote a comment, in a copy for outside. */
export const COMMENT_WRITER = '批注人';
