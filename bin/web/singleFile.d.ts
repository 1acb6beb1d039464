/** Path of the workbench as one file. */
export const SINGLE_FILE: string;
/** Makes that file, where anything changed since; answers its path. */
export function buildSingle(): Promise<string>;
/** Script text that can stand in a page: nothing in it ends the element or opens a comment. */
export function insideScript(text: string): string;
