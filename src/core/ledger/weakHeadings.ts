import { headingKey } from './headingText';

/**
 * Headings so general that they mean their field only where no other column claims it, and never as part of a longer
 * heading. `时间`, `日期`, `单位`, `负责人` alone mean nothing: under an upper heading they take their sense from it.
 */
const WEAK = `姓名 名称 当事人 联系人 联系人姓名 电话 手机 联系方式 联系电话 手机号 手机号码 电话号码 证件号码 地址
户籍地址 户籍地 户籍所在地 主题 内容 主要内容 事由 类别 类型 来源 状态 办结情况 受理状态 当前环节 流程状态
受理单位 受理股室 受理部门 股室 科室 处室 部门 所属股室 所属部门 所属单位 分派单位 分派股室 分派部门 交办股室
落实单位 责任领导 责任人 责任人员 直接责任人 具体责任人 接访人 接访人员 接待人 受理人 受理人员 接件人 审核人员
联系领导 督办领导 时限 期限 限期 限时 截止时间 截止日期 截至时间 截至日期 到期时间 到期日期 批准日期 批准时间 审批日期
审批时间 调度日期 调度时间 周调度 月调度 办理时间 办理日期 处理时间 处理日期 完成日期 完成时间 措施 方案 工作措施
具体措施 主要措施 拟办意见 进展 目前情况 工作情况 结果 办理意见 答复 回复 送达日期 送达时间 反馈日期 反馈时间
报送日期 报送时间 上报日期 上报时间 申请日期 申请时间 收文日期 收文时间 接收日期 接收时间 收件开始时间 告知日期 告知时间
认定人 认定人员 认定日期 认定时间 认定机关 原件编号 关联编号 文号 交办文号 被申请人 序 排序 流水号 ID 问题ID
备案 时限依据 群众评价 办件评议 附注 合理性 困难情况 人数`
  .split(/\s+/)
  .map(headingKey);

const weakKeys: ReadonlySet<string> = new Set(WEAK);

export const isWeakHeading = (key: string): boolean => weakKeys.has(key);
