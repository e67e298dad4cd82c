import type { PassageView } from '../../../library/items/item-view.ts'

/** A short statute of our own: two chapters, the second with two sections. */
export const STATUTE: readonly PassageView[] = [
  passage('heading', '第一章 总则', '', 1),
  passage('provision', '第一条', '为了方便群众申请宅基地，制定本办法。'),
  passage('provision', '第二条', '村民一户只能拥有一处宅基地。\n宅基地的面积按照２０２４年的标准执行。'),
  passage('heading', '第二章 申请', '', 1),
  passage('heading', '第一节 条件', '', 2),
  passage('provision', '第三条', '符合下列条件的，可以申请：\n（一）无宅基地的；\n（二）分户的。'),
  passage('heading', '第二节 程序', '', 2),
  passage('provision', '第四条', '申请由村民小组讨论。'),
  passage('section', '附表', '宅基地申请表'),
]

function passage(type: PassageView['type'], heading: string, text: string, level = 0): PassageView {
  return { anchor: heading.replace(/\s/g, ''), type, heading, level, path: [], html: `<p>${text}</p>`, text }
}
