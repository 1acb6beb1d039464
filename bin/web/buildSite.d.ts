export const root: string;
export const dist: string;
export const siteFolder: string;
/** The site in dist/site, made anew where anything changed since; answers the folder. */
export function buildSite(): Promise<string>;
