import { AppError } from '../../errors/app-error.ts'

const SAFE = '这里没有改动。'
const FACTS = {
  BUNDLE_UNREADABLE: {
    what: '没有打开：这个文件不是薪火的会议文件。',
    todo: `请选文件名以 .xinhuo-meeting 结尾的文件。${SAFE}`,
  },
  BUNDLE_TRUNCATED: {
    what: '没有打开：这个文件没有复制完整。',
    todo: `请从原处再复制一次，或请对方重新写出。${SAFE}`,
  },
  BUNDLE_ALTERED: {
    what: '没有打开：这个文件在写好以后被改动或损坏了。',
    why: '内容和签名对不上。',
    todo: `请让对方重新写出一份。${SAFE}`,
  },
  BUNDLE_TOO_LARGE: {
    what: '没有打开：这个文件太大，或里面的文件太多。',
    todo: `请让对方去掉一些图片，或分成几次会议。${SAFE}`,
  },
  BUNDLE_TOO_NEW: {
    what: '没有打开：这个文件由更新版本的薪火写成，现在的版本读不懂。',
    todo: `请先更新薪火，再打开一次。${SAFE}`,
  },
  BUNDLE_NOT_FOUND: {
    what: '没有收下：打开过的这个文件已经不在了。',
    todo: `请再打开一次。${SAFE}`,
  },
  BUNDLE_OVER_ANOTHER: {
    what: '没有收下：要换掉的不是同一份资料。',
    todo: `请选“另存一份”。${SAFE}`,
  },
  BUNDLE_CONTENTS_TOO_LARGE: {
    what: '没有写出：图片和引用的内容太多，一个文件装不下。',
    todo: '请去掉一些图片，或分成几次会议。内容没有改动。',
  },
} as const

type BundleErrorCode = keyof typeof FACTS

/** A material's file that cannot be written or taken in. */
export class BundleError extends AppError<BundleErrorCode> {}

export const bundleError = (code: BundleErrorCode, given: { readonly cause?: unknown } = {}): BundleError =>
  new BundleError({ code, ...FACTS[code], ...given })
