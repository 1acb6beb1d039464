import { documentMasker, ledgersMasker } from '../../core/masking/ledgerMasker';
import { ok } from '../../core/problem';
import { maskContent } from '../../core/reports/maskContent';
import type { ReportDefinition } from './definition';

/** The report with whomever any of its ledgers names hidden in all that it says; there is no report without. */
export const masked = (report: ReportDefinition): ReportDefinition => ({
  ...report,
  build(sources, words) {
    const all = sources.ledgers.map(({ checked }) => checked);
    const masker = ledgersMasker(all);
    const made = report.build({ ...sources, ledgers: sources.ledgers.map((one) => ({ ...one, masker })) }, words);
    return made.ok ? ok(maskContent(made.value, documentMasker(all))) : made;
  },
});
