/** “甲”、“乙”: names of sheets and columns one after the other. */
export const listed = (names: readonly string[]): string => names.map((name) => `“${name}”`).join('、');
