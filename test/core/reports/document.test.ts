import assert from 'node:assert/strict';
import { gap, headingLevel, piecesOf, plainText } from '../../../src/core/reports/document';
import { fillTemplate, type Filling } from '../../../src/core/reports/templates/fill';
import type { DocumentTemplate, TemplateBlock, Wording } from '../../../src/core/reports/templates/template';

const EMPTY: DocumentTemplate = {
  document: 'assignment',
  name: '交办单',
  title: ['交办单'],
  number: null,
  addressee: null,
  body: [],
  receipt: [],
  signature: null,
  date: null,
  copyTo: null,
  printedBy: null,
};
const at = (placeholder: string): Wording[number] => ({ placeholder });
const paragraph = (text: Wording, own: Partial<TemplateBlock> = {}): TemplateBlock =>
  ({ kind: 'paragraph', text, each: null, when: null, unless: null, ...own }) as TemplateBlock;
const said = (template: Partial<DocumentTemplate>, filling: Filling): readonly string[] =>
  plainText(fillTemplate({ ...EMPTY, ...template }, '交办单', filling));

describe('documents', () => {
  it('are cut at what a person has to fill in', () => {
    assert.deepEqual(piecesOf(`依照${gap('条款')}，（另行）${gap('日期')}`), [
      { text: '依照', isGap: false },
      { text: '（请填写：条款）', isGap: true },
      { text: '，（另行）', isGap: false },
      { text: '（请填写：日期）', isGap: true },
    ]);
    assert.deepEqual(piecesOf('没有'), [{ text: '没有', isGap: false }]);
    assert.deepEqual(piecesOf(''), []);
  });

  it('tell the level of a heading by its number', () => {
    for (const [text, level] of [
      ['一、甲', 1],
      ['十二、甲', 1],
      ['（三）甲', 2],
      ['1．甲', 3],
      ['（1）甲', 4],
      ['甲', 1],
    ] as const)
      assert.equal(headingLevel(text), level, text);
  });
});

describe('templates are filled', () => {
  it('with the values, and with a gap that names what is wanting', () => {
    assert.deepEqual(
      said(
        { body: [paragraph(['编号', at('编号'), '，', at('办理时限'), '前'])] },
        { values: { 编号: 'C-1', 办理时限: '' } },
      ),
      ['交办单', '编号C-1，（请填写：办理时限）前'],
    );
  });

  it('with blocks that go by what there is: none, and nought, are nothing', () => {
    const body = [
      paragraph(['超期'], { when: '超期件数' }),
      paragraph(['没有超期'], { unless: '超期件数' }),
      paragraph(['都要'], { when: '编号', unless: '超期件数' }),
    ];
    assert.deepEqual(said({ body }, { values: { 编号: 'C-1', 超期件数: '2' } }), ['交办单', '超期']);
    assert.deepEqual(said({ body }, { values: { 编号: 'C-1', 超期件数: '0' } }), ['交办单', '没有超期', '都要']);
    assert.deepEqual(said({ body }, { values: {} }), ['交办单', '没有超期']);
  });

  it('with a paragraph and a row for each entry of a list', () => {
    const column = { heading: '编号', width: 1, align: 'center', cell: [at('序号'), '：', at('编号')] } as const;
    const body: TemplateBlock[] = [
      paragraph([at('序号'), '．', at('编号'), '（', at('年份'), '）'], { each: '清单' }),
      { kind: 'table', list: '清单', caption: [], columns: [column], when: null, unless: null },
    ];
    const lists = {
      清单: [
        { 序号: '1', 编号: 'A' },
        { 序号: '2', 编号: 'B' },
      ],
    };
    assert.deepEqual(said({ body }, { values: { 年份: '2021' }, lists }), [
      '交办单',
      '1．A（2021）',
      '2．B（2021）',
      '编号',
      '1：A',
      '2：B',
    ]);
  });

  it('with nobody copied in who is not known', () => {
    assert.deepEqual(said({ copyTo: [at('分管领导')] }, { values: { 分管领导: '甲某' } }), ['交办单', '甲某']);
    assert.deepEqual(said({ copyTo: [at('分管领导')] }, { values: {} }), ['交办单']);
  });

  it('with a last look at every value', () => {
    const filling: Filling = {
      values: { 编号: '秘密' },
      lists: { 清单: [{ 序号: '秘密' }] },
      guard: (value) => value.replace('秘密', '*'),
    };
    const body = [paragraph([at('编号'), at('序号')], { each: '清单' })];
    assert.deepEqual(said({ body }, filling), ['交办单', '**']);
  });
});
