/** Words before a name that say a person comes: with 姓名 or a colon behind them, or nothing. */
export const LABELS: readonly string[] = (
  '姓名 名叫 名为 叫做 自称 信访人 来访人 来信人 来电人 上访人 诉求人 反映人 投诉人 举报人 申请人 当事人 联系人 咨询人 求助人 留言人 代理人 监护人 经办人 承办人 ' +
  '被反映人 被投诉人 被举报人 被申请人 被控告人 控告人 申诉人 原告人 被告人 上诉人 第三人 受害人 被害人 嫌疑人 证明人 见证人 死者 伤者 逝者 患者 病人 原告 被告 继承人 受益人 债权人 债务人 ' +
  '借款人 担保人 出借人 欠款人 出租人 承租人 转让人 受让人 买受人 出卖人 发包人 承包人 肇事者 肇事司机 司机 驾驶员 车主 船主 户主 房主 房东 租客 租户 业主 店主 雇主 货主 机主 村民 居民 群众 市民 公民 ' +
  '职工 工人 员工 民工 农民工 工友 农户 贫困户 低保户 五保户 危房户 拆迁户 残疾人 退伍军人 退役军人 老兵 军属 烈属 老人 老汉 老太 老教师 教师 老师 医生 护士 学生 家长 家属 邻居 女子 男子 男孩 女孩 妇女 青年 男青年 ' +
  '朋友 同事 同乡 同学 战友 队友 同村人 本村人 中年人 法定代表人 法人代表 法人 实际控制人 股东 老板 老总 包工头 工头 承包商 经营者 负责人 责任人 代表 村民代表 ' +
  '儿子 女儿 丈夫 妻子 父亲 母亲 老公 老婆 爱人 配偶 哥哥 弟弟 姐姐 妹妹 兄长 胞兄 胞弟 岳父 岳母 公公 婆婆 孙子 孙女 外孙 外孙女 爷爷 奶奶 外公 外婆 叔叔 伯父 舅舅 姑姑 姨妈 儿媳 女婿 侄子 侄女 外甥 前夫 前妻 ' +
  '男友 女友 继父 继母 养父 养母 养子 养女 遗孀 亲属 亲戚 其子 其女 其父 其母 其妻 其夫 其兄 其弟 其姐 其妹 其孙 其媳 夫妇 夫妻 父子 父女 母子 母女 兄弟 姐妹 之子 之女 之妻 之夫 之父 之母 长子 次子 三子 幼子 长女 次女 三女 幼女 大儿子 小儿子 大女儿 小女儿 二儿子 二女儿'
).split(' ');

/** Posts and callings before a whole name. */
export const POSTS: readonly string[] =
  '书记 支书 村支书 主任 村主任 村长 会计 文书 队长 组长 组织委员 委员 所长 站长 局长 院长 校长 园长 镇长 乡长 科长 处长 股长 经理 总经理 董事长 律师 法官 检察官 民警 警官 协警 辅警 交警 调解员 网格员 干部 主播 中介 教练 会长 秘书 秘书长 店长 班主任'.split(
    ' ',
  );

/** What one does to a person whose name comes next. */
export const DEEDS: readonly string[] =
  '转入 转到 汇入 汇给 汇到 打入 打到 存入 交给 付给 支付给 拘留 打伤 致伤 殴打 起诉 状告 控告 举报 投诉 反映 信访 借给 欠 转给 卖给 租给 过户给 协调 督促 责令 要求 委托 聘请 雇佣 嫁给 娶 同村 同组 本组 同社区'.split(
    ' ',
  );

/** What an office does with people, and with nothing else: a name may end there. */
export const MEETINGS: readonly string[] =
  '联系 约谈 走访 告知 答复 通知 询问 陪同 劝说 慰问 看望 接待 送达 传唤 约见 面见 回访 致电 回复 劝返 稳控 家访'.split(
    ' ',
  );

/** What a person does, is or has, right behind the name: enough by itself where a name may begin before it. */
export const BEHIND: readonly string[] = (
  '反映 来访 来电 来信 上访 信访 投诉 举报 诉称 诉求 咨询 求助 控告 申诉 自称 声称 表示 起诉 状告 口头 签订 签字 签名 签收 认可 陈述 当场 ' +
  '儿子 女儿 丈夫 妻子 父亲 母亲 老公 老婆 爱人 哥哥 弟弟 姐姐 妹妹 儿媳 女婿 岳父 岳母 ' +
  '等人 等户 等村民 等居民 等群众 等业主 等职工 等人员 一家 一户 全家 夫妇 夫妻 父子 父女 母子 母女 兄弟 兄妹 姐弟 姐妹 两家 双方 二人 两人 三人 四人 同志 本人 女士 先生 老人 老师 户 家的 家门 家中 家里 家房 家宅 家与 家在 ' +
  '的儿子 的女儿 的丈夫 的妻子 的父亲 的母亲 的老公 的老婆 的爱人 的哥哥 的弟弟 的姐姐 的妹妹 的孙子 的孙女 的家属 的亲属 的诉求 的信访 的房屋 的宅基地 的土地 的承包地 的责任田 的账户 的账号 的银行卡 的卡 的电话 的手机 的身份证 的身份 的妻 的夫 的子 的女 的父 的母 的说法 的要求 的家 的宅 的住 的工资 之子 之女 之妻 之夫 之父 之母 ' +
  '（男 （女 (男 (女 ，男， ，女， ,男 ,女 、男、 、女、 ，男，汉 （身份证 (身份证 ，身份证 身份证 （电话 (电话 ，电话 电话 （手机 (手机 ，手机 手机 （联系 (联系 ，联系电话 联系电话 ，系我 ，系本 ，系该 ，系村 （系 ，现年 ，生于 （已故 （已死 ，住 （住 ，现住 ，家住 ' +
  '书记 支书 主任 村长 会计 队长 组长 所长 站长 局长 院长 校长 镇长 乡长 科长 处长 股长 经理 总经理 董事长 律师 法官 检察官 警官 老板 医生 护士 教授 调解员'
).split(' ');

/** What follows a name of a person that one talks or deals with: 与某甲沟通, 向某乙解释. */
export const DEALINGS: readonly string[] =
  '沟通 联系 协商 调解 见面 取得 了解 核实 解释 说明 达成 发生 产生 之间 因 面谈 约定 交谈 谈话 告知 送达 反馈 答复 道歉 赔偿 支付 借款 借 签 有纠纷 有矛盾 存在 相邻 争 打 吵 发出 作出 做 进行 打电话 电话'.split(
    ' ',
  );

/** Before a name that is dealt with. */
export const TOWARDS = '与和跟同向对给找为替被由将把让请';

/** Characters that no given name holds, nearly. */
export const NEVER_GIVEN =
  '的了是在不我他她它们你您这那个或及被把请将由对从因以而且但也又就都还很太更最没未已要会可能该让给比等其此何谁什么怎吗呢吧啊呀哦' +
  '村镇乡县市区省组号栋室楼层街巷局股所院校厂社科处部委办店铺房屋车辆钱款费税价额说讲问答诉反映投举报申请求来去到过里外内左右前后年日每各某几多少些' +
  '用叫喊看听找联系电话手机身份证买卖租欠收发送拿取与和向同跟并非无有并且拒则却只仅曾将使即若如虽当至为做作打';

/** Behind a name that stands where one was to be expected. */
export const FOLLOWERS =
  '的了是在不我他她它们你您这那或及被把请将由对从因以而但也又就都还很没未已要会可能该让给比等其此与和向同跟并于到来去说称讲问诉反投举申请求拒则却只仅曾系家户一两三二为有无自经再多提认即当住打做用借欠收送拿签找现受收拟所';

/** What stands behind a family name alone: 王先生 and 张主任 say no more than a masked name does. */
export const ADDRESSES: readonly string[] =
  '先生 女士 小姐 老师 师傅 书记 支书 主任 经理 老板 领导 医生 局长 所长 院长 校长 镇长 乡长 村长 队长 组长 会计 律师 法官 警官 主席 总 总监 董事 科长 处长 股长 站长 部长 秘书 会长 店长 教练 大爷 大妈 阿姨 叔叔 大哥 大姐 同志 同学 家长 老汉 老太 氏 姓 县长 市长 区长 省长 委员 干部 科员 司机 护士 教授 工 导 厂长 行长 总裁 经办'.split(
    ' ',
  );

/** Characters that end no given name of two, nearly. */
export const NEVER_LAST = '于家户因经总自以拟处';

/** Ends of the names of estates, roads and firms: of these a label alone makes a person. */
export const ENDS_OF_PLACES = '园苑寨桥港湾湖府坊馆场塘坪冲岗坡沟店站城庄岭河庭居墅郡轩阁源街路集团';
