/** The lexicons that reading a ledger rests on: what stands for nothing (无, /), and limits that set no day (尽快). */
export const BLANK_MARKS = 'blank-marks';
export const VAGUE_LIMITS = 'vague-limits';
