/** What the name of a copy for outside ends with. */
export const COPY_SUFFIX = '（外发）';

/** How a name and a number look once they are hidden; there is one way, and core has it. */
export { mask, maskNames } from '../../core/masking/shapes';
