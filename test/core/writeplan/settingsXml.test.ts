import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSettingsXml, SETTINGS_NAMESPACE, settingsXml } from '../../../src/core/writeplan/settingsXml';

/** What XML can hold: no control characters but tab and line breaks. */
const text = fc
  .string({ unit: 'grapheme' })
  .map((value) => value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));

describe('settings in a workbook', () => {
  it('come back as they were put in', () => {
    fc.assert(
      fc.property(fc.dictionary(text, text), (settings) => {
        const map = new Map(Object.entries(settings));
        const back = readSettingsXml(settingsXml(map));
        assert.deepEqual([...back].sort(), [...map].sort());
      }),
    );
  });

  it('are one part of our namespace, whatever prefix another program gave it', () => {
    assert.match(settingsXml(new Map()), new RegExp(`^<settings xmlns="${SETTINGS_NAMESPACE}"></settings>$`));
    const foreign = `<?xml version="1.0"?><a:settings xmlns:a="${SETTINGS_NAMESPACE}"><a:entry key='x'>1&#x7532;</a:entry><a:entry key="y"/></a:settings>`;
    assert.deepEqual(
      [...readSettingsXml(foreign)],
      [
        ['x', '1甲'],
        ['y', ''],
      ],
    );
  });

  it('leave out what XML has no place for', () => {
    assert.deepEqual([...readSettingsXml(settingsXml(new Map([['k', 'a\u0000b\uffff']])))], [['k', 'ab']]);
  });
});
