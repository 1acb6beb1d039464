import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSettingsXml, SETTINGS_NAMESPACE, settingsXml } from '../../../src/core/writeplan/settingsXml';

/** Anything, what XML has no place for as well. */
const text = fc.string({ unit: 'binary' });

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

  it('keep what XML has no place for as cells do', () => {
    const xml = settingsXml(new Map([['k', 'a\u0000b\uffff\ud800_x0041_\r']]));
    assert.match(xml, />a_x0000_b_xFFFF__xD800__x005F_x0041__x000D_</);
    assert.deepEqual([...readSettingsXml(xml)], [['k', 'a\u0000b\uffff\ud800_x0041_\r']]);
  });
});
