/** How a name and a number look once they are hidden; there is one way, and core has it. */
export { mask, maskNames } from '../../core/masking/shapes';
