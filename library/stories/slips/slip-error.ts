import { AppError } from '../../errors/app-error.ts'

const FACTS = {
  SLIP_UNREADABLE: {
    what: '没有收下：这个文件不是薪火的报送件或送审件。',
    todo: '请选文件名以 .slip 结尾的文件。这里没有改动。',
  },
  SLIP_TRUNCATED: {
    what: '没有收下：这个文件没有复制完整。',
    todo: '请从原处再复制一次，或请对方重新写出。这里没有改动。',
  },
  SLIP_ALTERED: {
    what: '没有收下：这个文件在写好以后被改动或损坏了。',
    why: '内容和签名对不上。',
    todo: '请让对方重新写出一份。这里没有改动。',
  },
  SLIP_TOO_LARGE: {
    what: '没有收下：这个文件太大，或里面的文件太多。',
    todo: '请让对方去掉一些影片，或分成几个故事。这里没有改动。',
  },
  SLIP_TOO_NEW: {
    what: '没有收下：这个文件由更新版本的薪火写成，现在的版本读不懂。',
    todo: '请先更新薪火，再收一次。',
  },
  SLIP_PASSPHRASE_MISSING: {
    what: '这个文件封了口令。',
    todo: '请输入寄件人当面或电话里告诉您的口令。这里没有改动。',
  },
  SLIP_PASSPHRASE_WRONG: {
    what: '没有收下：口令不对。',
    todo: '请核对大小写和空格，再试一次。这里没有改动。',
  },
  SLIP_PASSPHRASE_SHORT: {
    what: '没有写出：口令太短。',
    todo: '请用至少 8 个字符，当面或打电话告诉收件人。',
  },
  SLIP_OWN: {
    what: '没有收下：这个文件是这里自己写出去的。',
    todo: '请把它交给收件的单位。这里没有改动。',
  },
  SLIP_FOREIGN: {
    what: '没有收下：这里没有对应的故事或送审件。',
    why: '它要交给别的单位，或者针对的不是这里送出的那一份。',
    todo: '请核对收件单位。这里没有改动。',
  },
  SLIP_STORY_CHANGED: {
    what: '没有收下：这个故事在这里已经改过或往下走了。',
    why: '照收会盖掉这里的内容。',
    todo: '请把新的内容告诉这里经办的人，由他改进去。这里没有改动。',
  },
  SLIP_NOT_FOUND: { what: '没有这份报送件或送审件。', todo: '它可能在别的资料库里。' },
  SLIP_NOT_FOR_REVIEW: {
    what: '没有写出：这一篇现在不用送审。',
    why: '送审的是还没有核实或审定的稿子。',
    todo: '内容没有改动。',
  },
  SLIP_ANSWER_NOT_ASKED: { what: '没有写出：这一份没有请您核实或审定。', todo: '只有送审件要写意见。' },
  SLIP_NOT_RETURNED: {
    what: '没有写出：这个故事在这里没有退回。',
    todo: '请先在故事的“流程”里退回修改，写明要改什么，再把意见存成文件。',
  },
  SLIP_REASON_MISSING: { what: '没有写出：退回时请写明要改什么。', todo: '可以写一句总的意见，也可以在文字旁边写。' },
  SLIP_MEDIA_MISSING: {
    what: '没有写出：有图片或影片在资料库里找不到了。',
    todo: '请在故事里重新加入，或去掉它。内容没有改动。',
  },
  SLIP_PATHS_NOT_ALLOWED: {
    what: '这里不能读写服务器的文件夹。',
    todo: '请改用上传和下载。',
  },
  SLIP_FOLDER_UNUSABLE: {
    what: '没有写出：这个文件夹写不进去。',
    todo: '请检查U盘是否插好、有没有写保护和空间。内容没有改动。',
  },
} as const

type SlipErrorCode = keyof typeof FACTS

/** A signed file between offices that cannot be taken in or written. */
export class SlipError extends AppError<SlipErrorCode> {}

export const slipError = (code: SlipErrorCode, given: { why?: string; cause?: unknown } = {}): SlipError =>
  new SlipError({ code, ...FACTS[code], ...given })
