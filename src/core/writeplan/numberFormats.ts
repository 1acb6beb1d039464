/** The codes of the number formats that our cells have, whichever host writes them. */
export const GENERAL = 'General';
export const DAY_FORMAT = 'yyyy-mm-dd';
/** Points: 97.50, never 97.5. */
export const POINTS_FORMAT = '0.00';
