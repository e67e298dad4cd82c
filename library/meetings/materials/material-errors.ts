import { AppError } from '../../errors/app-error.ts'

export class MaterialNotFoundError extends AppError<'MATERIAL_NOT_FOUND'> {
  constructor() {
    super({
      code: 'MATERIAL_NOT_FOUND',
      what: '没有这份会议资料。',
      why: '它可能已经删除，或者这个资料库里没有。',
      todo: '三十天内删除的，可以在列表的“已删除”里恢复。',
    })
  }
}

export class MaterialError extends AppError<
  'MATERIAL_CHANGED' | 'MATERIAL_NOT_OWN' | 'MATERIAL_TOO_LARGE' | 'MATERIAL_CITE_UNKNOWN' | 'MATERIAL_NO_TITLE'
> {}

export const materialChanged = () =>
  new MaterialError({
    code: 'MATERIAL_CHANGED',
    what: '没有保存：这份资料刚在另一个地方改过。',
    why: '照存会盖掉那边写的内容。',
    todo: '您写的还在这个窗口里。请先抄下要紧的，再重新载入接着写。',
  })

export const materialNotOwn = () =>
  new MaterialError({
    code: 'MATERIAL_NOT_OWN',
    what: '没有改：这是资料库里的现成资料。',
    why: '它会随更新换新，直接改了会被盖掉。',
    todo: '请点“用它开会”复制一份，改复制的那份。',
  })

export const materialTooLarge = () =>
  new MaterialError({
    code: 'MATERIAL_TOO_LARGE',
    what: '没有保存：内容太多了。',
    why: '一份会议资料的文字最多 4 MB；图片另外存放，不算在内。',
    todo: '请分成几次会议，或者删去用不上的环节。',
  })

export const citeUnknown = () =>
  new MaterialError({
    code: 'MATERIAL_CITE_UNKNOWN',
    what: '没有改：这份资料里已经没有这一处引用，或者它没有变化。',
    todo: '请重新载入，看现在还有哪些要更新。',
  })

export const materialWithoutTitle = () =>
  new MaterialError({
    code: 'MATERIAL_NO_TITLE',
    what: '没有存入资料库：还没有标题。',
    todo: '内容没有改动。请先写上标题。',
  })
