import { AppError } from '../../errors/app-error.ts'

const TEXTS = {
  RESPONSE_NOT_FOUND: { what: '没有这条反馈。', todo: '请重新载入列表。' },
  RESPONSE_NO_STORY: {
    what: '没有转成任务：这条反馈还没有对上故事。',
    todo: '请先选它说的是哪一个故事。',
  },
  RESPONSE_NOT_OWN: {
    what: '没有转成任务：这个故事不是在这里写的。',
    todo: '请导出反馈文件，交给写这个故事的单位。',
  },
  RESPONSE_ISSUED: {
    what: '没有改动：这条答复已经随专栏发出去了。',
    why: '读者手里的和这里的要一样。',
    todo: '要补充，请更正故事，或另写一条说明。',
  },
  RESPONSE_PERSON_NEEDED: {
    what: '没有记下答复：不知道是谁在答。',
    why: '答复会随下一期发给读者。',
    todo: '请先选择由谁来办，再答一次。您写的还在。',
  },
  RESPONSE_PERSONAL_DATA: {
    what: '没有保存：里面有个人信息。',
    todo: '请改写，或同意遮盖以后再保存。这里没有改动。',
  },
  RESPONSE_FILE_UNREADABLE: {
    what: '没有收下：这个文件不是薪火的反馈文件，或没有复制完整。',
    todo: '请选文件名以 xinhuo-fankui 开头的文件，或 .xlsx、.csv 表格。',
  },
  RESPONSE_FILE_ALTERED: {
    what: '没有收下：这份反馈在写好以后被改动或损坏了。',
    why: '内容和签名对不上，其中一条也没有收进来。',
    todo: '请让寄来的单位重新导出一份。',
  },
  RESPONSE_FILE_TOO_NEW: {
    what: '没有收下：这份反馈由更新版本的薪火写成，现在的版本读不懂。',
    todo: '请先更新薪火，再收一次。',
  },
  RESPONSE_FILE_TOO_LARGE: { what: '没有收下：这个文件太大，不像一份反馈。', todo: '请检查是不是选错了文件。' },
  RESPONSE_FILE_KNOWN: {
    what: '没有重复收：这份反馈里的都收过了。',
    todo: '不用再办什么，原来收的都在。',
  },
  RESPONSE_FILE_OWN: { what: '没有收下：这份反馈是从这里导出的。', todo: '请把它交给写故事的单位。' },
  RESPONSE_UPLOAD_NOT_FOUND: {
    what: '找不到这份文件了。',
    why: '收到的文件只留一天，重新打开薪火后也会清掉。',
    todo: '请重新选择文件。',
  },
  RESPONSE_PATH_NOT_ALLOWED: { what: '这里不能按路径读取文件。', todo: '请把文件拖进窗口。' },
  RESPONSE_NO_COLUMN: {
    what: '没有收下：没有一列是评价或意见。',
    todo: '请在列的对应里指明哪一列是“有没有用”，哪一列是“想说的话”。',
  },
  CARD_NO_COLUMN: {
    what: '没有收下：没有一列是卡片上的问题。',
    todo: '请在列的对应里指明哪一列是哪个问题。',
  },
  RESPONSE_NOT_ON_CARD: {
    what: '没有改动：写的和卡片上的问题对不上。',
    todo: '请重新载入，再改一次。',
  },
  RESPONSES_NOTHING_TO_SEND: {
    what: '没有导出：没有可以交出去的反馈。',
    why: '导出的是在这里收到的反馈，不包括别的单位转来的。',
    todo: '收到反馈以后再来导出。',
  },
} as const

export type ResponseErrorCode = keyof typeof TEXTS

/** An answer, or a file of answers, that cannot be taken or changed as asked. */
export class ResponseError extends AppError<ResponseErrorCode> {}

export const responseError = (code: ResponseErrorCode, why?: string, cause?: unknown): ResponseError =>
  new ResponseError({ code, ...TEXTS[code], ...(why !== undefined && { why }), cause })
