import { ok } from '../../src/core/problem';
import type { CopySink } from '../../src/ports/masking';
import { COPY_SUFFIX } from '../../src/text/zh-CN/mask';
import type { LiveFile } from './workbenchDesk';

/** Makes copies to hand out of the file that is open; what it takes is loaded when somebody first asks for one. */
export const copiesOf = (file: LiveFile): CopySink => ({
  suffix: COPY_SUFFIX,
  async copy(masks, pace) {
    const [{ copyForOutside }, { maskStatement }, { MASK_WORDS, sayHidden }] = await Promise.all([
      import('../../src/hosts/xlsx/maskedCopy'),
      import('../../src/core/masking/statement'),
      import('../../src/text/zh-CN/masking'),
    ]);
    const bytes = await file.save();
    if (!bytes.ok) return bytes;
    const order = {
      name: file.name,
      bytes: bytes.value,
      masks,
      statement: (report: Parameters<typeof maskStatement>[0]) => maskStatement(report, MASK_WORDS),
    };
    const made = await copyForOutside(order, {}, pace);
    if (!made.ok) return made;
    const { report } = made.value;
    return ok({ bytes: made.value.bytes, says: report === null ? [] : sayHidden(report) });
  },
});
