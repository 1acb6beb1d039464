import assert from 'node:assert/strict';
import { parseIso } from '../../../src/core/dates/civil';
import type { RulePack } from '../../../src/core/rules/pack';
import { errorCell, pack } from './ledger';
import { table } from './said';

const on = (iso: string): number => parseIso(iso) ?? assert.fail(iso);
/** Plainly invented people with terms of office. */
const rules: RulePack = {
  ...pack,
  organisation: {
    ...pack.organisation,
    people: [
      { name: '测试甲', posts: ['局长'], from: on('2021-08-31'), to: null },
      { name: '测试乙', posts: ['副局长'], from: on('2021-08-31'), to: on('2021-09-30') },
      { name: '测试丙', posts: ['副局长'], from: on('2021-10-01'), to: null },
    ],
  },
};
const emptied: RulePack = { ...pack, organisation: { units: [], patterns: [], people: [] } };

describe('facts of people and units', () => {
  table('units', [
    ['one', { unit: '办公室' }, ['办公室']],
    ['an alias becomes the roster’s name', { unit: '县法律援助中心' }, ['法律援助中心']],
    ['several', { unit: '办公室、政工股' }, ['办公室', '政工股']],
    ['twice under two names', { unit: '县公证处、公证处' }, ['县公证处']],
    ['a township’s office as written', { unit: '城关司法所' }, ['城关司法所']],
    ['blank', { unit: null }, null],
    ['no column', { title: '反映道路积水' }, null],
    ['an error cell', { unit: errorCell('unit') }, 'unknown'],
  ]);
  table('unitCount', [
    ['two', { unit: '办公室、政工股' }, 2],
    ['普法与依法治理股 is one', { unit: '普法与依法治理股' }, 1],
  ]);
  table('leadUnit', [
    ['the only one', { unit: '公证处' }, '县公证处'],
    ['marked', { unit: '办公室（牵头）、政工股' }, '办公室'],
    ['marked as main', { unit: '政工股、办公室主办' }, '办公室'],
    ['the mark on a line of its own', { unit: '县公证处\n（牵头）、办公室' }, '县公证处'],
    ['none marked', { unit: '办公室、政工股' }, null],
  ]);
  table('vagueUnit', [
    ['相关股室', { unit: '相关股室' }, '相关股室'],
    ['待定', { unit: '待定' }, '待定'],
    ['各所', { unit: '各所' }, '各所'],
    ['各司法所 is no office of that name', { unit: '各司法所' }, '各司法所'],
    ['one of several', { unit: '办公室、有关单位' }, '有关单位'],
    ['a unit of the roster', { unit: '办公室' }, null],
    ['a unit not on the roster', { unit: '宣传科' }, null],
  ]);
  table('unitOnRoster', [
    ['on it', { unit: '办公室' }, true],
    ['an alias', { unit: '县法律援助中心' }, true],
    ['…司法所', { unit: '千人桥司法所' }, true],
    ['司法所 alone is no name', { unit: '司法所' }, false],
    ['one that is not', { unit: '办公室、宣传科' }, false],
    ['vague names are for unit-vague', { unit: '相关股室' }, true],
    ['no roster', { unit: '办公室' }, 'unknown', { rules: emptied }],
  ]);
  table('nearestUnit', [
    ['a slip', { unit: '法治监督股' }, '法制监督股'],
    ['on the roster', { unit: '办公室' }, null],
  ]);
  table('unknownUnits', [['names them', { unit: '办公室、宣传科、外联部' }, ['宣传科', '外联部']]]);

  table('caseLeaders', [
    ['a surname set apart', { caseLeader: '测 试甲' }, ['测试甲'], { rules }],
    ['unless the roster knows no such person', { caseLeader: '测 试戊' }, ['测', '试戊'], { rules }],
  ]);
  table('caseLeaderCount', [
    ['one', { caseLeader: '测试甲' }, 1],
    ['two', { caseLeader: '测试甲、测试乙' }, 2],
    ['no column', { unit: '办公室' }, null],
  ]);
  table('leaderOnRoster', [
    ['in office today', { caseLeader: '测试甲', status: '办理中' }, true, { rules }],
    ['left office, the case still open', { caseLeader: '测试乙', status: '办理中' }, false, { rules }],
    [
      'left office after the case was closed',
      { caseLeader: '测试乙', status: '已办结', closedOn: '2021-09-15' },
      true,
      { rules },
    ],
    [
      'left office before it was closed',
      { caseLeader: '测试乙', status: '已办结', closedOn: '2021-10-05' },
      false,
      { rules },
    ],
    ['not yet in office', { caseLeader: '测试丙', status: '办理中' }, false, { rules, today: '2021-09-20' }],
    ['a stranger', { caseLeader: '测试丁' }, false, { rules }],
    ['one of two', { caseLeader: '测试甲、测试丁' }, false, { rules }],
    ['blank', { caseLeader: null }, null, { rules }],
    ['no roster', { caseLeader: '测试甲' }, 'unknown', { rules: emptied }],
  ]);
});
