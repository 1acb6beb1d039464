import assert from 'node:assert/strict';
import { NOTICE_KINDS, type NoticeKind } from '../../../src/core/reports/templates/vocabulary';
import { civilDay } from '../../../src/core/dates/civil';
import { checkedOf, documentsOf, textOf, type Own } from './documents';

const only = (...kinds: NoticeKind[]) => ({ kinds, cases: [] });
const ALL = { kinds: NOTICE_KINDS, cases: [] };

/** The documents of one kind that a few cases need, as text. */
async function textFor(kind: NoticeKind, ...cases: readonly Own[]): Promise<string> {
  return textOf(documentsOf('notices', [await checkedOf(cases)], only(kind)));
}

const names = async (kind: NoticeKind, ...cases: readonly Own[]): Promise<readonly string[]> => {
  const result = await checkedOf([{}, ...cases]);
  // A case in order needs nothing; a 督办单 is wanted so that there is a report at all.
  const urged = await checkedOf([{ 办理时限: '2021-10-01' }]);
  return documentsOf('notices', [urged, result], only(kind, 'supervision'))
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('督办单'));
};

describe('notices', () => {
  describe('which are needed', () => {
    it('交办单 for a case without a unit, without an assignment, or assigned in the last days', async () => {
      assert.deepEqual(
        await names(
          'assignment',
          { 责任股室: '' },
          { 交办日期: '' },
          { 交办日期: '2021-10-02' },
          { 交办日期: '2021-10-01' },
          { 交办日期: '2021-10-12' },
          { 责任股室: '', 办理状态: '已办结', 办结日期: '2021-10-01' },
        ),
        ['交办单（C-2）', '交办单（C-3）', '交办单（C-4）'],
      );
    });

    it('告知书 for a case accepted or declined of which the petitioner was not told', async () => {
      const declined = { 办理状态: '不予受理', 受理告知日期: '', 办结日期: '2021-09-10', 受理日期: '' };
      assert.deepEqual(await names('acceptance', { 受理告知日期: '' }, { 受理告知日期: '', 受理日期: '' }, declined), [
        '受理告知书（C-2）',
      ]);
      assert.deepEqual(await names('refusal', declined, { ...declined, 受理告知日期: '2021-09-11' }), [
        '不予受理告知书（C-2）',
      ]);
    });

    it('答复意见书 for a case closed without an answer, and for none handed on or taken back', async () => {
      const closed = { 办理状态: '已办结', 办结日期: '2021-10-01', 办理结果: '双方签订协议', 答复日期: '2021-10-01' };
      assert.deepEqual(
        await names(
          'reply',
          closed,
          { ...closed, 答复日期: '' },
          { ...closed, 办理结果: '' },
          { ...closed, 办理结果: '', 办理状态: '转出' },
          { ...closed, 答复日期: '', 办理状态: '撤回' },
        ),
        ['答复意见书（C-3）', '答复意见书（C-4）'],
      );
    });
  });

  describe('督办单', () => {
    it('goes to each unit once, over all ledgers, the most overdue first', async () => {
      const one = await checkedOf([{ 办理时限: '2021-10-08' }, { 办理时限: '2021-10-10' }]);
      const other = await checkedOf([
        { 办理时限: '2021-10-05', 编号: 'D-1' },
        { 责任股室: '法制监督股', 办理时限: '2021-10-08' },
      ]);
      const documents = documentsOf('notices', [one, other], only('supervision'));
      assert.deepEqual(
        documents.map(({ name }) => name),
        ['督办单（办公室）', '督办单（法制监督股）'],
      );
      const [first] = documents;
      assert.ok(first);
      const table = first.blocks.find((block) => block.kind === 'table');
      assert.ok(table?.kind === 'table');
      assert.deepEqual(
        table.rows.map((cells) => [cells[1], cells[5], cells[6]]),
        [
          ['D-1', '超期4天', '黄色督办'],
          ['C-1', '超期1天', '黄色督办'],
          ['C-2', '还剩1天', '临期提示'],
        ],
      );
    });

    for (const [days, level, addressee, copyTo] of [
      ['2021-10-12', '临期提示', '法制监督股', ''],
      ['2021-10-09', '临期提示', '法制监督股', ''],
      ['2021-10-08', '黄色督办', '法制监督股', ''],
      ['2021-10-03', '黄色督办', '法制监督股', ''],
      ['2021-10-02', '橙色督办', '法制监督股', '测试丁'],
      ['2021-09-25', '橙色督办', '法制监督股', '测试丁'],
      ['2021-09-24', '红色督办', '法制监督股、测试丁同志', '局群众诉求协调处理工作领导小组组长、副组长'],
    ] as const) {
      it(`due on ${days}: ${level}`, async () => {
        const result = await checkedOf([{ 责任股室: '法制监督股', 办理时限: days }]);
        const [document] = documentsOf('notices', [result], only('supervision'));
        assert.ok(document);
        const said = (kind: string): string =>
          document.blocks.flatMap((block) => (block.kind === kind && 'text' in block ? [block.text] : []))[0] ?? '';
        assert.equal(said('title'), `群众诉求督办单（${level}）`);
        assert.equal(said('addressee'), addressee);
        const imprint = document.blocks.find((block) => block.kind === 'imprint');
        assert.equal(imprint?.kind === 'imprint' ? imprint.copyTo : '', copyTo);
      });
    }

    it('names the head on the roster, and leaves a gap for one that is not there', async () => {
      const said = await textFor(
        'supervision',
        { 责任股室: '法制监督股', 办理时限: '2021-10-01' },
        { 责任股室: '城关司法所', 办理时限: '2021-10-01' },
      );
      assert.match(said, /请股室负责人汪卫东同志直接负责/);
      assert.match(said, /请股室负责人（请填写：股室负责人）同志直接负责/);
    });
  });

  describe('accusations', () => {
    const accusation = { 信访目的: '检举控告', 被反映单位: '办公室', 办理时限: '2021-09-01' };

    it('are kept from the unit complained of, and go to nobody by name', async () => {
      const result = await checkedOf([
        accusation,
        { 信访目的: '检举控告', 办理时限: '2021-09-02' },
        { 办理时限: '2021-10-08' },
        { ...accusation, 责任股室: '', 包案负责人: '', 交办日期: '' },
      ]);
      const documents = documentsOf('notices', [result], only('assignment', 'supervision'));
      const office = documents.find(({ name }) => name === '督办单（办公室）');
      assert.ok(office);
      assert.doesNotMatch(textOf([office]), /C-1|C-2/);
      const kept = documents.find(({ name }) => name === '督办单（需要回避，另行指定单位）');
      assert.ok(kept);
      const said = textOf([kept]);
      assert.match(said, /C-1/);
      assert.match(said, /C-4/);
      assert.match(said, /应当回避被反映的单位和个人/);
      assert.match(said, /（请填写：责任股室）/);
      assert.doesNotMatch(said, /测试乙|测试丁/);
    });

    it('are counted and not told in minutes, which every unit reads', async () => {
      const result = await checkedOf(
        [accusation, {}],
        [
          ['2021-10-08', 'C-1、C-2', '请责任股室本周拿出方案'],
          ['2021-09-30', 'C-2', '上一次的事'],
        ],
      );
      const said = textOf(documentsOf('notices', [result], only('minutes')));
      assert.match(said, /会议研究了1件群众诉求/);
      assert.match(said, /检举控告类诉求1件/);
      assert.doesNotMatch(said, /C-1|上一次的事/);
    });
  });

  it('go by the law in force on the day the period starts', async () => {
    const said = await textFor(
      'acceptance',
      { 受理告知日期: '' },
      { 受理告知日期: '', 登记日期: '2022-06-01', 受理日期: '2022-06-02', 交办日期: '2022-06-02' },
    );
    assert.match(said, /依照《信访条例》第二十一条、第二十二条的规定，我局决定予以受理/);
    assert.match(said, /依照《信访工作条例》第二十二条、第二十三条的规定，我局决定予以受理/);
    const reply = await textFor('reply', { 办理状态: '已办结', 办结日期: '2021-10-01' });
    assert.match(reply, /自收到之日起30日内，依照《信访条例》第三十四条的规定/);
  });

  it('name the petitioner to the petitioner alone, and nobody’s number or address', async () => {
    const cases = [
      { 受理告知日期: '', 交办日期: '2021-10-08', 办理时限: '2021-10-08', 诉求人: '测试甲、测试戊', 人数: '5' },
    ];
    const result = await checkedOf(cases);
    const documents = documentsOf('notices', [result], only('assignment', 'supervision', 'acceptance'));
    const toPetitioner = documents.filter(({ name }) => name.startsWith('受理告知书'));
    const toUnit = documents.filter(({ name }) => !name.startsWith('受理告知书'));
    assert.equal(toPetitioner.length, 1);
    assert.equal(toUnit.length, 2);
    assert.match(textOf(toPetitioner), /^测试甲、测试戊等5人$/m);
    assert.match(textOf(toUnit), /测\*\*/);
    assert.doesNotMatch(textOf(toUnit), /测试甲|测试戊/);
    assert.doesNotMatch(textOf(documents), /13800001111|342401198001011234|测试镇测试村一组/);
  });

  it('fill every placeholder of a case that is complete; only what a person writes is left', async () => {
    const result = await checkedOf([{ 责任股室: '法制监督股（牵头）、办公室', 交办日期: '2021-10-08' }]);
    const said = textOf(documentsOf('notices', [result], only('assignment')));
    assert.deepEqual(
      [...said.matchAll(/（请填写：[^）]*）/g)].map(([gap]) => gap),
      ['（请填写：发文代字）', '（请填写：序号）'],
    );
    assert.match(said, /本件由法制监督股牵头，办公室协助办理/);
    assert.doesNotMatch(said, /[{}]/);
  });

  it('of one case alone where its number is asked for', async () => {
    const result = await checkedOf([{ 办理时限: '2021-10-01' }, { 办理时限: '2021-10-01' }]);
    const documents = documentsOf('notices', [result], { kinds: ['supervision'], cases: ['C-2'] });
    assert.match(textOf(documents), /C-2/);
    assert.doesNotMatch(textOf(documents), /C-1/);
  });

  it('say the same as of the same day', async () => {
    const cases = [{ 责任股室: '' }, { 办理时限: '2021-10-01' }, { 受理告知日期: '' }];
    const [one, other] = [await checkedOf(cases), await checkedOf(cases)];
    const today = civilDay(2021, 10, 9);
    assert.equal(
      textOf(documentsOf('notices', [one], ALL, today)),
      textOf(documentsOf('notices', [other], ALL, today)),
    );
  });
});
