/** What the host can do, as far as it is said. */
interface Abilities {
  readonly changes: boolean;
  readonly merges: boolean;
  readonly marks: boolean;
  readonly dropDowns: boolean;
  readonly charts: boolean;
  readonly pages: boolean;
}

/** What the view 设置 says. */
export const SETTINGS_WORDS = {
  order: '看哪张表、以哪一天为准',
  sheet: '台账工作表',
  anySheet: '自动（当前工作表，或最像台账的一张）',
  day: '以哪一天为准',
  dayHow: '超期、剩余天数都按这一天算。',
  dayMissing: '请选择日期。',
  today: '今天',
  check: '按此检查',
  headerHow: '表头认不出来的，在这里写明表头在第几行；认得出来的不用填。',
  headerNeedsSheet: '填了表头的行，还要先选择是哪张台账工作表。',
  headerKept: (cases: number, flagged: number): string =>
    `表头的行已存在工作簿里，并已检查：${cases} 件中 ${flagged} 件有问题。请在“列对应”里核对各列。`,

  mapping: '列对应',
  mappingSummary: (known: number, conflicts: number, missing: number): string =>
    [
      `认出 ${known} 列`,
      ...(conflicts > 0 ? [`${conflicts} 列有歧义`] : []),
      ...(missing > 0 ? [`缺 ${missing} 列有规则要用`] : []),
    ].join('，'),
  mappingFirst: '检查之后，这里列出台账各列是怎样认出来的。',
  mappingHow:
    '每一列先写台账自己的列名；认错的，在列名下面改成对应的项目。更正存在工作簿里，下次打开、换人检查都照用。',
  corrected: '这张表的列对应有人更正过。',
  restore: '恢复自动识别',
  headerRows: '表头在第几行',
  headerFrom: '起',
  headerTo: '止',
  headerWrong: '请填行号，止行不小于起行，最多 10 行。',
  headerChanged: '改了表头的行，请保存后再核对下面各列。',
  columnOf: (column: string): string => `${column} 列`,
  noHeading: '（没有列名）',
  examples: (examples: readonly string[]): string => `例如：${examples.join('、')}`,
  noExamples: '前 30 行没有可举的例子',
  pick: (column: string, heading: string): string => `${column} 列“${heading}”对应的项目`,
  unused: '不使用',
  fieldsFree: '台账里还没有的项目',
  fieldsTaken: '已对应到别的列的项目',
  takenBy: (label: string, column: string): string => `${label}（${column} 列）`,
  refused: (label: string, column: string): string =>
    `“${label}”已经对应到 ${column} 列，没有改。请先把 ${column} 列改成“不使用”，再改这里。`,
  conflict: '列名有歧义，没有采用。请在这里指定。',
  changedHere: '已改，未保存',
  missingNeeded: '台账里没有找到、而有规则要用的列：',
  missingNeededHow: '没有这些列，有关的规则无法判定。台账里有、只是列名不同的，请在下面指定。',
  missingOthers: (labels: readonly string[]): string => `其他没有的列（${labels.length}）：${labels.join('、')}`,
  save: '保存列对应',
  discard: '放弃更改',
  pending: (changes: number): string => `改了 ${changes} 处，还没有保存`,
  saved: (cases: number, flagged: number): string =>
    `列对应已存在工作簿里，并已重新检查：${cases} 件中 ${flagged} 件有问题。`,
  restored: (cases: number, flagged: number): string =>
    `已恢复自动识别，并已重新检查：${cases} 件中 ${flagged} 件有问题。`,

  companions: '名册、节假日、参数',
  companionsSummary: (found: number, problems: number): string =>
    `找到 ${found} 张${problems > 0 ? `，${problems} 处没有采用` : ''}`,
  companionsHow: '工作簿里有这些名字的工作表，就在规则包之外补充使用；没有也可以照常检查。',
  companionsFirst: '检查之后，这里列出找到了哪些。',
  companionFor: {
    机构名册: '补充股室、司法所及别名',
    人员名册: '补充领导和任职起止',
    节假日: '补充休假和调休',
    规则参数: '改规则里的天数等参数',
    调度记录: '每次调度议定了什么',
  } as Readonly<Record<string, string>>,
  companionFound: '已采用',
  companionMissing: '没有这张表',
  companionProblems: (count: number): string => `有 ${count} 处没有采用`,

  rules: '规则',
  packTitle: '规则包',
  packCampaign: '依据',
  packVersion: '版本',
  packRules: '规则条数',
  packSeal: '校验码',
  packSealHow: '同一校验码就是同一套规则。',
  ruleCount: (rules: number): string => `${rules} 条`,

  abilities: '能做什么',
  abilitiesSummary: (all: boolean): string => (all ? '全部可用' : '有几项这里做不到'),
  ability: (capabilities: Abilities): readonly { readonly can: boolean; readonly text: string }[] => [
    { can: true, text: '检查台账、写回结果、清除标记。' },
    capabilities.changes
      ? { can: true, text: '改了单元格，有关的诉求随即重新检查。' }
      : { can: false, text: '不能随改随查：改完后请再点一次“检查”（需要 Excel 2019 或更新的版本）。' },
    capabilities.merges
      ? { can: true, text: '认得合并的单元格，合并的内容算到每一行。' }
      : {
          can: false,
          text: '认不出合并的单元格，合并处下方各行按空白算，可能无法判定（需要 Office 2021 或更新的版本）。',
        },
    capabilities.marks
      ? { can: true, text: '可以给有问题的单元格标色，可随时清除。' }
      : { can: false, text: '不能给单元格标色（需要 Excel 2019 或更新的版本）。' },
    capabilities.dropDowns
      ? { can: true, text: '可以加下拉列表，可随时撤掉。' }
      : { can: false, text: '不能加下拉列表（需要 Excel 2019 或更新的版本）。' },
    capabilities.charts
      ? { can: true, text: '写入工作簿的报表带图。' }
      : { can: false, text: '写入工作簿的报表没有图（需要 Excel 2019 或更新的版本）；下载的文件里有。' },
    capabilities.pages
      ? { can: true, text: '写入的工作表已设好打印：纸张、方向、打印区域、重复的标题行、页脚。' }
      : {
          can: false,
          text: '写入的工作表没有设好打印，也没有筛选按钮（需要 Office 2021 或更新的版本）；下载的文件里有。',
        },
  ],
  can: '能',
  cannot: '不能',
} as const;
