import { isUnknown, type Fact } from '../column';
import type { CaseFact, CaseReader, FactDefinition } from '../definition';
import { pendingClose } from './pending';
import { refusalWithoutBasis } from './refusal';
import { kindOfHandling, saysNothing } from './substance';
import { joinedText, textScans, type TextScans } from './reply';
import { similarProgress } from './similarProgress';

/** A case transferred to whoever is competent is lawfully only forwarded (value of the vocabulary `status`). */
const TRANSFERRED = '转出';

/** A message quotes no more of a cell than this many characters. */
const LONGEST_QUOTE = 40;

type TextTest = (text: string, scans: TextScans) => boolean;

/** A fact that a text bears out or not; blank where nothing is written. */
const textFact = (
  head: Pick<CaseFact, 'id' | 'label' | 'meaning'>,
  fields: readonly string[],
  test: TextTest,
  neverWhenStatus?: string,
): CaseFact => ({
  ...head,
  type: 'boolean',
  scope: 'row',
  inputs: neverWhenStatus === undefined ? fields : [...fields, 'status'],
  compute(read: CaseReader): Fact<boolean> {
    if (neverWhenStatus !== undefined && read.text('status') === neverWhenStatus) return false;
    const text = joinedText(read, fields);
    return text === null || isUnknown(text) ? text : test(text, textScans(read.context.pack));
  },
});

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
  textFact(
    {
      id: 'resultSaysNothing',
      label: '办理结果是否只有套话',
      meaning: '办理结果去掉称呼、致谢、“已收悉”一类套话后，是否什么也没有说。',
    },
    ['result'],
    saysNothing,
  ),
  textFact(
    {
      id: 'resultPending',
      label: '办理结果是否以未完事项收尾',
      meaning: '办理结果的最后一句是否仍写下一步、正在、待……后等未完事项。',
    },
    ['result'],
    (text, scans) => pendingClose(text, scans) !== null,
  ),
  quotedFact(
    { id: 'resultClosing', label: '办理结果末句', meaning: '办理结果末尾写着未完事项的那一句；没有则为空。' },
    pendingClose,
  ),
  textFact(
    {
      id: 'refusalWithoutBasis',
      label: '是否不予支持而未引依据',
      meaning: '办理结果不支持诉求，却没有引用任何法律、文件或者条款。',
    },
    ['result'],
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
  textFact(
    {
      id: 'forwardedOnly',
      label: '是否只转不办',
      meaning: '办理情况和办理结果是否只写了转交、转办，没有写办理。',
    },
    ['progress', 'result'],
    (text, scans) => kindOfHandling(text, scans) === 'forwarded',
    TRANSFERRED,
  ),
  textFact(
    {
      id: 'instructionOnly',
      label: '是否只有批示',
      meaning: '办理情况和办理结果是否只写了批示、阅处，没有写办理。',
    },
    ['progress', 'result'],
    (text, scans) => kindOfHandling(text, scans) === 'instruction',
  ),
  similarProgress,
];
