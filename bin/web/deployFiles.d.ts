export const DEVELOPMENT_ORIGIN: string;
/** An https address without query, fragment or slash at its end; throws with what to do where it is none. */
export function readOrigin(text: string): string;
export function manifestFor(root: string, origin: string): string;
export function nginxSnippet(origin: string): string;
export function iisConfig(): string;
