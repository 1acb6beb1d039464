import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatIso } from '../../../src/core/dates/civil';
import { factAt } from '../../../src/core/facts/columns';
import { FACTS } from '../../../src/core/facts/registry';
import { day, errorCell, factsOf, type TestCase, unreadable } from './ledger';
import { verdicts } from './verdicts';

const FIRST = day('2021-06-01');
const isoDay = fc.integer({ min: FIRST, max: FIRST + 200 }).map(formatIso);
const dateCell = (field: string) =>
  fc.oneof(
    { weight: 6, arbitrary: isoDay },
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(unreadable(field), errorCell(field)) },
  );
const orBlank = (...texts: string[]) => fc.constantFrom(...texts, null);

const oneCase: fc.Arbitrary<TestCase> = fc.record({
  caseNo: orBlank('SQ-1', 'SQ-2', 'SQ-3', 'SQ-4'),
  unit: orBlank('办公室', '相关股室', '宣传科', '办公室、政工股', '城关司法所'),
  caseLeader: orBlank('测试甲', '测试甲、测试乙'),
  timeLimit: fc.oneof(isoDay, orBlank('60日内', '尽快', '24小时内', '15个工作日', '一个月内')),
  limitSource: orBlank('上级明确', '股室提出'),
  limitConsent: orBlank('同意', '不同意', '9月1日同意'),
  limitFiledOn: dateCell('limitFiledOn'),
  status: orBlank('办理中', '已办结', '另案处理', '阶段性办结'),
  registeredOn: dateCell('registeredOn'),
  receivedOn: dateCell('receivedOn'),
  assignedOn: dateCell('assignedOn'),
  closedOn: dateCell('closedOn'),
  extendedTo: fc.oneof(isoDay, orBlank('30日', '待判决后')),
  extensionConsent: orBlank('同意', '不同意延期', '10月1日同意'),
  lastReviewOn: dateCell('lastReviewOn'),
  plan: orBlank('约谈双方'),
  reportedOn: dateCell('reportedOn'),
  signedOff: fc.constantFrom(true, false, null),
  signedOffOn: dateCell('signedOffOn'),
});

/** What names other rows by their cells changes with the order; whether there are any does not. */
const POSITIONS = new Set(['duplicateOf', 'similarTo', 'unreadableDates', 'futureDates']);

describe('facts and verdicts, whatever the ledger', () => {
  it('do not depend on the order of rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(oneCase, { minLength: 2, maxLength: 8 }),
        fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
        async (cases, keys) => {
          const order = cases
            .map((_, index) => ({ index, key: keys[index] ?? 0 }))
            .sort((a, b) => a.key - b.key || a.index - b.index);
          const shuffled = order.map(({ index }) => cases[index] ?? {});
          const [before, after] = [await verdicts(cases), await verdicts(shuffled)];
          for (const [rule, said] of before)
            assert.deepEqual(
              after.get(rule),
              order.map(({ index }) => said[index]),
              rule,
            );
        },
      ),
      { numRuns: 25 },
    );
  });

  it('never pass a case because something could not be read: mending a date never turns clean into unjudged', async () => {
    await fc.assert(
      fc.asyncProperty(oneCase, async (one) => {
        const field = 'closedOn';
        const read = await verdicts([{ ...one, status: '已办结', [field]: unreadable(field) }]);
        for (const rule of ['closed-late', 'closed-not-reported', 'closed-before-received', 'closed-date-missing'])
          assert.notEqual(read.get(rule)?.[0], 'clean', rule);
      }),
      { numRuns: 40 },
    );
  });

  it('count days one more when today is a day later', () => {
    fc.assert(
      fc.property(oneCase, fc.integer({ min: FIRST + 60, max: FIRST + 200 }), (one, today) => {
        const open = { ...one, status: '办理中' };
        const now = factsOf([open], { today: formatIso(today) });
        const later = factsOf([open], { today: formatIso(today + 1) });
        for (const fact of ['daysOpen', 'daysSinceAssigned', 'daysSinceReview', 'daysSincePeriodStart']) {
          const [a, b] = [factAt(now.column(fact), 0), factAt(later.column(fact), 0)];
          if (typeof a === 'number') assert.equal(b, a + 1, fact);
          else assert.deepEqual(b, a, fact);
        }
        const [left, leftLater] = [factAt(now.column('daysLeft'), 0), factAt(later.column('daysLeft'), 0)];
        if (typeof left === 'number') assert.equal(leftLater, left - 1);
        assert.deepEqual(factAt(later.column('dueOn'), 0), factAt(now.column('dueOn'), 0));
      }),
      { numRuns: 200 },
    );
  });

  it('are the same for a case alone and among others', () => {
    fc.assert(
      fc.property(fc.array(oneCase, { minLength: 1, maxLength: 6 }), (cases) => {
        const together = factsOf(cases);
        const fields = Object.keys(cases[0] ?? {});
        cases.forEach((one, index) => {
          assert.deepEqual(Object.keys(one), fields);
          const alone = factsOf([one]);
          for (const { id, scope } of FACTS) {
            if (scope === 'column' || POSITIONS.has(id)) continue;
            assert.deepEqual(factAt(together.column(id), index), factAt(alone.column(id), 0), id);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('have a state that agrees with the rules', async () => {
    const AGREES: Readonly<Record<string, string>> = {
      overdue: 'overdue',
      dueSoon: 'due-soon',
      closedLate: 'closed-late',
    };
    await fc.assert(
      fc.asyncProperty(oneCase, async (one) => {
        const said = await verdicts([one]);
        const state = factAt(factsOf([one]).column('dueState'), 0);
        for (const [name, rule] of Object.entries(AGREES))
          assert.equal(said.get(rule)?.[0] === 'flagged', state === name, `${rule} and ${name}`);
      }),
      { numRuns: 60 },
    );
  });
});
