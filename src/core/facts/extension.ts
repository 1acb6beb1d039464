import type { Fact } from './column';
import { isUnknown } from './column';
import { givesConsent } from './consent';
import type { CaseReader } from './definition';

/** Whether an extension was agreed to: no where 延期批准 is blank or refuses, missing without the column. */
export function extensionConsented(read: CaseReader): Fact<boolean> {
  const consent = read.text('extensionConsent');
  if (isUnknown(consent)) return consent;
  return consent !== null && givesConsent(consent, read.context.pack);
}
