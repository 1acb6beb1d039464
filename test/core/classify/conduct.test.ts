import assert from 'node:assert/strict';
import { classify } from '../../../src/core/classify/classify';
import type { Conduct } from '../../../src/core/classify/classification';
import { factsOf, type TestCase } from '../facts/ledger';

const conductOf = (one: TestCase): Conduct => classify(factsOf([one]).reader(0)).suggestion.conduct;

/** What the petitioner did, told by the clerk. */
const DONE = [
  '诉求人多次到县政府门口拉横幅，要求解决土地补偿问题',
  '诉求人携带汽油到县司法局，扬言不解决就点火',
  '信访人在接访大厅辱骂接访干部',
  '9月3日诉求人带领二十余人围堵镇政府大门，要求增加补偿',
  '反映土地补偿标准低。9月以来多次到市政府门前静坐',
  '来访人员甲某在接待室滞留不走，砸坏办公桌椅',
  '诉求人殴打社区工作人员乙某，致其轻微伤',
  '信访人将年迈母亲弃留在信访接待大厅',
  '诉求人煽动群众集体上访',
  '因不满拆迁补偿，甲某组织村民堵塞国道两小时',
  '诉求人以自焚相威胁要求安置工作',
  '诉求人在办公楼大厅泼洒汽油',
  '上访人把村书记堵在办公室不让出门',
  '甲某某持刀闯入镇政府办公室',
  '其以到北京上访相要挟，向镇政府索要十万元',
  '诉求人扬言如不解决就去北京上访，并于10月1日打砸镇政府门窗',
  '当事人于9月8日冲击县政府大院，被公安机关带离',
  '多次拦截县领导车辆，反映职称问题',
  '诉求人阻拦公务车辆，严重影响办公秩序',
  '组织人员围堵县委大门',
  '诉求人谩骂、推搡值班人员',
  '诉求人因对补偿不满，躺在镇政府门口不走',
];

/** What others did, what was done to the petitioner, what did not or may yet happen, what is only reported or quoted. */
const NOT_DONE = [
  '反映物业堵门，不让业主进入小区',
  '经核查，未发现打砸行为',
  '未发现诉求人有围堵、冲击国家机关等行为',
  '诉求人被物业保安殴打致伤，要求追究责任',
  '反映邻居甲某多次辱骂殴打自己，派出所不处理',
  '诉求人称如再不解决就去县政府拉横幅',
  '若再不发工资，就到政府门口静坐',
  '反映城管执法人员殴打商贩',
  '村民甲某举报村干部威胁、恐吓群众',
  '反映丈夫被他人打伤，对方一直未赔偿',
  '诉求人表示从未参与堵路',
  '反映某企业堵塞河道，影响灌溉',
  '诉求人反映下水道堵塞，污水横流',
  '请求查处他人冲击施工现场、打砸机器的行为',
  '“堵路闹事”系他人编造，诉求人并未参与',
  '反映有人在小区门口拉横幅维权，影响出行',
  '反映学校门口车辆堵路，学生通行困难',
  '反映2020年被他人持刀威胁，公安机关未立案',
  '要求严惩携带管制刀具殴打其子的凶手',
  '建议加强对信访接待场所滞留人员的疏导',
  '诉求人被非法拘禁，要求公安机关立案',
  '开发商雇人围堵售楼部，殴打业主',
  '民警殴打诉求人',
  '反映家门口道路被石块堵死',
  '诉求人举报邻居在村委会打砸办公室',
  '县政府门口路灯损坏，请求维修',
  '反映其子在学校被同学辱骂殴打',
  '经劝说，诉求人打消了到省政府拉横幅的念头',
  '已告知诉求人不得围堵政府机关',
  '诉求人依法逐级走访，没有过激行为',
  '禁止携带易燃易爆物品进入接待大厅',
  '邻居甲某将本人锁在院内不让离开',
  '我和妻子到派出所报案，对方却在派出所门口辱骂我',
  '工作人员态度恶劣，辱骂来访群众',
  '反映甲公司拖欠工资，工人被逼到政府门口静坐',
  '诉求人担心有人闹事堵路',
];

describe('suggested conduct', () => {
  for (const content of DONE) {
    it(`asks for a look at: ${content}`, () => assert.equal(conductOf({ content }), 'unlawful'));
  }

  for (const content of NOT_DONE) {
    it(`lets pass: ${content}`, () => assert.equal(conductOf({ content }), 'lawful'));
  }

  it("takes what the office did (progress, result) for the petitioner's only where it names them", () => {
    assert.equal(conductOf({ result: '已组织人员到县政府门口拉横幅宣传' }), 'lawful');
    assert.equal(conductOf({ progress: '9月3日，诉求人在接待室滞留至深夜' }), 'unlawful');
  });

  it('knows the petitioner by the name in the ledger', () => {
    const content = '我是甲某某的代理人。甲某某在接待大厅辱骂接访干部';
    assert.equal(conductOf({ content, petitioner: '乙某' }), 'lawful');
    assert.equal(conductOf({ content, petitioner: '甲某某' }), 'unlawful');
  });

  it('takes nobody for the subject in a letter that names none', () => {
    const content = `尊敬的领导：小区里的矛盾由来已久。${'情况说来话长。'.repeat(30)}多次到镇政府大门拉横幅`;
    assert.equal(conductOf({ content }), 'lawful');
  });

  it('only asks for a look where the words are weak', () => {
    const { suggestion, suggested, toVerify } = classify(factsOf([{ content: '诉求人多次缠访闹访' }]).reader(0));
    assert.deepEqual([suggestion.conduct, suggested, toVerify], ['unknown', 'undetermined', true]);
  });
});
