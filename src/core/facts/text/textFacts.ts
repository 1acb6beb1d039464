import { isUnknown, type Fact } from '../column';
import type { CaseFact, CaseReader, FactDefinition } from '../definition';
import { pendingClose } from './pending';
import { refusalWithoutBasis } from './refusal';
import { HANDLING_KINDS, kindOfHandling, saysNothing, type HandlingKind } from './substance';
import { textScans, textsOf, type TextScans } from './reply';
import { similarProgress } from './similarProgress';

/** A case transferred to whoever is competent is lawfully only forwarded (value of the vocabulary `status`). */
const TRANSFERRED = '转出';

/** A message quotes no more of a cell than this many characters. */
const LONGEST_QUOTE = 40;

/** A fact that 办理结果 bears out or not; blank where nothing is written. */
const resultFact = (
  head: Pick<CaseFact, 'id' | 'label' | 'meaning'>,
  test: (text: string, scans: TextScans) => boolean,
): CaseFact => ({
  ...head,
  type: 'boolean',
  scope: 'row',
  inputs: ['result'],
  compute(read: CaseReader): Fact<boolean> {
    const text = read.text('result');
    return text === null || isUnknown(text) ? text : test(text, textScans(read.context.pack));
  },
});

function isOfKind(read: CaseReader, wanted: HandlingKind): Fact<boolean> {
  const kind = read.text('handlingKind');
  return kind === null || isUnknown(kind) ? kind : kind === wanted;
}

/** What a test on 办理结果 quotes from it, for messages; blank where it finds nothing. */
const quotedFact = (
  head: Pick<CaseFact, 'id' | 'label' | 'meaning'>,
  quote: (text: string, scans: TextScans) => string | null,
): CaseFact => ({
  ...head,
  type: 'text',
  scope: 'row',
  inputs: ['result'],
  compute(read: CaseReader): Fact<string> {
    const text = read.text('result');
    if (text === null || isUnknown(text)) return text;
    const found = quote(text, textScans(read.context.pack));
    return found === null || found.length <= LONGEST_QUOTE ? found : `${found.slice(0, LONGEST_QUOTE)}…`;
  },
});

/** Facts that the text rules of `closing.json` and `progress.json` rest on. */
export const TEXT_FACTS: readonly FactDefinition[] = [
  resultFact(
    {
      id: 'resultSaysNothing',
      label: '办理结果是否只有套话',
      meaning: '办理结果去掉称呼、致谢、“已收悉”一类套话后，是否什么也没有说。',
    },
    saysNothing,
  ),
  resultFact(
    {
      id: 'resultPending',
      label: '办理结果是否以未完事项收尾',
      meaning: '办理结果的最后一句是否仍写下一步、正在、待……后等未完事项。',
    },
    (text, scans) => pendingClose(text, scans) !== null,
  ),
  quotedFact(
    { id: 'resultClosing', label: '办理结果末句', meaning: '办理结果末尾写着未完事项的那一句；没有则为空。' },
    pendingClose,
  ),
  resultFact(
    {
      id: 'refusalWithoutBasis',
      label: '是否不予支持而未引依据',
      meaning: '办理结果不支持诉求，却没有引用任何法律、文件或者条款。',
    },
    (text, scans) => refusalWithoutBasis(text, scans) !== null,
  ),
  quotedFact(
    {
      id: 'refusalWords',
      label: '不支持诉求的用语',
      meaning: '办理结果中未引依据而不支持诉求的用语原文；没有则为空。',
    },
    refusalWithoutBasis,
  ),
  {
    id: 'handlingKind',
    label: '办理情况写了什么',
    type: 'enum',
    values: HANDLING_KINDS,
    scope: 'row',
    inputs: ['progress', 'result'],
    meaning: '办理情况和办理结果写的是什么：forwarded 只有转交、转办，instruction 只有批示、阅处，other 其他。',
    compute(read) {
      const texts = textsOf(read, ['progress', 'result']);
      return texts === null || isUnknown(texts) ? texts : kindOfHandling(texts, textScans(read.context.pack));
    },
  },
  {
    id: 'forwardedOnly',
    label: '是否只转不办',
    type: 'boolean',
    scope: 'row',
    inputs: ['handlingKind', 'status'],
    meaning: '办理情况和办理结果是否只写了转交、转办，没有写办理。',
    compute: (read) => (read.text('status') === TRANSFERRED ? false : isOfKind(read, 'forwarded')),
  },
  {
    id: 'instructionOnly',
    label: '是否只有批示',
    type: 'boolean',
    scope: 'row',
    inputs: ['handlingKind'],
    meaning: '办理情况和办理结果是否只写了批示、阅处，没有写办理。',
    compute: (read) => isOfKind(read, 'instruction'),
  },
  similarProgress,
];
