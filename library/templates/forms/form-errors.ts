import { AppError } from '../../errors/app-error.ts'

export class FormError extends AppError<
  'FORM_NOT_FOUND' | 'FORM_CODE_NOT_FOUND' | 'FORM_FINISHED' | 'FORM_NOT_FINISHED' | 'FORM_CHANGED' | 'FORM_TOO_LARGE'
> {}

export const formNotFound = () =>
  new FormError({
    code: 'FORM_NOT_FOUND',
    what: '没有这份文书。',
    why: '它可能已经删除了。',
    todo: '三十天内删除的可以在“我的文书”里恢复。',
  })

export const codeNotFound = () =>
  new FormError({
    code: 'FORM_CODE_NOT_FOUND',
    what: '没有找到这个编码的文书。',
    why: '编码可能抄错了一位，或者文书是在另一台电脑上做的。',
    todo: '请对照依据页再看一遍；也可以按姓名查找。',
  })

export const alreadyFinished = () =>
  new FormError({
    code: 'FORM_FINISHED',
    what: '没有保存：这份文书已经完成了。',
    todo: '内容没有改动。要改请先点“重新打开”，或者复制一份。',
  })

export const notFinished = () =>
  new FormError({
    code: 'FORM_NOT_FINISHED',
    what: '这份文书还是草稿。',
    todo: '请先填完并点“完成”。',
  })

export const changedElsewhere = () =>
  new FormError({
    code: 'FORM_CHANGED',
    what: '没有保存：这份文书刚在另一个窗口改过。',
    why: '照存会盖掉那边写的内容。',
    todo: '您写的还在这个窗口里。请先抄下要紧的，再重新载入接着填；或者复制成另一份。',
  })

export const tooLarge = () =>
  new FormError({
    code: 'FORM_TOO_LARGE',
    what: '没有保存：内容太多了。',
    why: '一份文书最多 4 MB。',
    todo: '请分成几份，或者用表格批量填写。',
  })
