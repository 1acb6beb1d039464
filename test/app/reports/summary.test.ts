import assert from 'node:assert/strict';
import { checkedOf, documentsOf, textOf } from './documents';
import { check, ledger, row } from '../ledgers';
import { MemoryWorkbook } from '../memoryWorkbook';

describe('the summary', () => {
  it('counts over all ledgers, a case under its leading unit', async () => {
    const one = await checkedOf([{ 责任股室: '法制监督股（牵头）、办公室' }, { 办理时限: '2021-10-01' }]);
    const other = await checkedOf([{ 办理状态: '已办结', 办结日期: '2021-10-01', 编号: 'D-1' }]);
    const said = textOf(documentsOf('summary', [one, other]));
    assert.match(said, /登记群众诉求3件，涉及2个责任单位。已办结1件，办结率33\.3%/);
    assert.match(said, /^办公室｜2｜1｜1｜—｜1｜50\.0%$/m);
    assert.match(said, /^法制监督股｜1｜1｜0｜—｜0｜0\.0%$/m);
  });

  it('leaves a figure whose column is not there to a person, and makes no nought of it', async () => {
    const said = textOf(documentsOf('summary', [await checkedOf([{}])]));
    assert.match(said, /诉求已化解（请填写：化解件数）件/);
    assert.match(said, /已反馈县群众诉求协调处理工作领导小组办公室（请填写：反馈件数）件/);
    const withColumns = await check(new MemoryWorkbook({ 台账: ledger(row(1)) }));
    assert.match(textOf(documentsOf('summary', [withColumns])), /领导小组办公室0件，已销号0件/);
  });

  it('counts accusations and tells none of them', async () => {
    const accusation = { 信访目的: '检举控告', 被反映单位: '办公室', 办理时限: '2021-09-01' };
    const said = textOf(documentsOf('summary', [await checkedOf([accusation, { 办理时限: '2021-09-02' }])]));
    assert.match(said, /仍有2件诉求超期未办结，超期最长的1件见表5（检举控告类不列）/);
    assert.doesNotMatch(said, /C-1/);
  });
});
