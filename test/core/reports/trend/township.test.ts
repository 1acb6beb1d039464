import assert from 'node:assert/strict';
import { stemOf, townshipIn, townshipOfOffice } from '../../../../src/core/reports/trend/township';

describe('the place a case is from', () => {
  it('is the town, township or street of the address alone', () => {
    const places: Readonly<Record<string, string | null>> = {
      某县城关镇某村: '城关镇',
      某省某市某县山七镇: '山七镇',
      河棚镇一村二组: '河棚镇',
      某县某某乡三村: '某某乡',
      某市某区东门街道: '东门街道',
      本县城内: null,
      镇上: null,
      '': null,
    };
    for (const [address, place] of Object.entries(places)) assert.equal(townshipIn(address), place, address);
  });

  it('is else that of the 司法所, under one name', () => {
    assert.equal(townshipOfOffice('城关司法所'), '城关');
    assert.equal(townshipOfOffice('某县城关镇司法所'), '城关镇');
    assert.equal(townshipOfOffice('办公室'), null);
    assert.equal(stemOf('城关镇'), stemOf('城关'));
    assert.equal(stemOf('千人桥镇'), '千人桥');
  });
});
