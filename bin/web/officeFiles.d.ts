/** The files of office.js that are shipped, below its `dist`. */
export const OFFICE_FILES: readonly string[];
export function officeFolder(root: string): string;
