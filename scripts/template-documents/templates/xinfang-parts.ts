import { choice, date, text } from '../schema/field-definition.ts'

/** What the papers of a petition have in common. */
export const petition = {
  信访人姓名: text('与登记一致；多人的写代表姓名', { meaning: 'person.name' }),
  收件日期: date('收到信访事项的那一天'),
  信访形式: choice(['来信', '来访', '来电', '网上'], '对方用哪种方式提出'),
  受理编号: text('与信访系统一致'),
  受理日期: date('决定受理的日期，办理期限从这天起算'),
}
