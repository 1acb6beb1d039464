import type * as Engine from '../../src/core/rules/patternEngine';

/**
 * What `core/rules/patterns` gets for its engine in the workers of a site: the engine is a quarter of all that they
 * load, and no rule of the default pack needs it.
 */
let engine: typeof Engine | null = null;

export async function loadPatternEngine(): Promise<void> {
  engine ??= await import('../../src/core/rules/patternEngine');
}

function loaded(): typeof Engine {
  if (engine === null) throw new Error('the engine for expressions is not loaded');
  return engine;
}

export const compilePattern: typeof Engine.compilePattern = (source) => loaded().compilePattern(source);
export const patternSlip: typeof Engine.patternSlip = (error) => loaded().patternSlip(error);
