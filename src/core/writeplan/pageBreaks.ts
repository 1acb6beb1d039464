/** Excel takes no more page breaks on a sheet than these. */
export const MOST_BREAKS = 1026;
