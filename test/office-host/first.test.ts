/// <reference types="office-js" />
import assert from 'node:assert/strict';
import { loadOffice } from './node';

describe('emulated Excel in Node', () => {
  it('reads and writes through the real proxies', async () => {
    const { Excel, host } = loadOffice({ workbook: { sheets: [{ name: '台账', rows: [['编号', '数'], ['甲', 3]] }] } });
    const seen = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('台账');
      const used = sheet.getUsedRange(true);
      used.load('values,address');
      await context.sync();
      sheet.getRange('C1').values = [["'=1+1"]];
      sheet.getRange('C2').format.fill.color = '#ff0000';
      await context.sync();
      return { values: used.values, address: used.address };
    });
    assert.deepEqual(seen, { values: [['编号', '数'], ['甲', 3]], address: '台账!A1:B2' });
    assert.equal(host.book.active.peek(0, 2)?.value, '=1+1');
    assert.equal(host.book.active.peek(1, 2)?.style.fill, '#FF0000');
  });
});
