import type { MaterialFile } from '../materials/material-view.ts'

/** What each file is called, in lists and as the name of the file. */
export const PAPER_NAMES: Readonly<Record<MaterialFile, string>> = {
  slides: '幻灯片',
  script: '讲稿',
  handout: '讲义',
  agenda: '会议议程',
  notice: '会议通知',
  'sign-in': '签名表',
  minutes: '会议记录',
  'needs-card': '需求卡',
  'feedback-card': '反馈卡',
  roles: '角色卡',
  drill: '演练单',
  guide: '操作指南',
}
