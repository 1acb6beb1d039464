/** The values of 到访层级 above the county: whoever goes there has passed over the levels that should have answered. */
export const LEVELS_ABOVE_COUNTY: ReadonlySet<string> = new Set(['市', '省', '中央']);
