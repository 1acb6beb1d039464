export const pagePolicy: string;
export const headerPolicy: string;
export function singlePolicy(hashes: readonly string[]): string;
