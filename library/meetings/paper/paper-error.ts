import { AppError } from '../../errors/app-error.ts'
import { MATERIAL_LABELS, type MaterialType } from '../materials/material.schema.ts'
import type { MaterialFile } from '../materials/material-view.ts'
import { PAPER_NAMES } from './paper-names.ts'

export class PaperError extends AppError<'PAPER_NOT_OF_THIS' | 'PAPER_NOTHING_ON_IT' | 'MINUTES_TEMPLATE_MISSING'> {}

export const paperNotOfThis = (what: MaterialFile, type: MaterialType, ready: readonly MaterialFile[]) =>
  new PaperError({
    code: 'PAPER_NOT_OF_THIS',
    what: `${MATERIAL_LABELS[type]}没有${PAPER_NAMES[what]}。`,
    why: '这一种材料用不上它。',
    todo: `可以印的有：${ready.map((name) => PAPER_NAMES[name]).join('、')}。`,
  })

export const nothingOnIt = (what: MaterialFile, why: string, todo: string) =>
  new PaperError({ code: 'PAPER_NOTHING_ON_IT', what: `没有印${PAPER_NAMES[what]}。`, why, todo })

export const minutesTemplateMissing = () =>
  new PaperError({
    code: 'MINUTES_TEMPLATE_MISSING',
    what: '没有打开会议纪要。',
    why: '资料库里没有叫“会议纪要”或“会议记录”的文书。',
    todo: '可以先印《会议记录》手写；或者把本单位的会议纪要样式导入文书，再来打开。',
  })
