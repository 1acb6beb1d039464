import type { Checker } from '../../src/ports/checker';
import { loadPatternEngine } from './patternEngineOnDemand';

/** The operator as every rule file that uses it writes it, and a description of it might: then it is fetched in vain. */
const NEEDED = '"matches"';

/** The same check; a pack whose rules hold expressions has the engine for them fetched before it is read. */
export function withPatterns(checker: Checker): Checker {
  return {
    ...checker,
    async useRules(files) {
      const decoder = new TextDecoder();
      for (const bytes of files.values())
        if (decoder.decode(bytes).includes(NEEDED)) {
          await loadPatternEngine();
          break;
        }
      return checker.useRules(files);
    },
  };
}
