import { AppError } from '../../errors/app-error.ts'

const TEXTS = {
  PROPOSALS_NOT_FOUND: {
    what: '找不到这次导入了。',
    why: '读出来的内容只留一天，重新打开薪火后也会清掉。',
    todo: '已经确认留下的故事都在；其余的请重新选择文件。',
  },
  PROPOSALS_PATH_NOT_ALLOWED: { what: '没有导入：这里不能按路径读取文件。', todo: '请把文件拖进窗口。' },
  PROPOSALS_NONE: {
    what: '没有读出故事。',
    todo: '可以选 .docx、.doc、.pdf、.md、.txt、.html、.xlsx、.csv，或放着文字和图片的文件夹。',
  },
  PROPOSAL_FILE_MISSING: {
    what: '没有留下：有一张图片或一份原件已经不在了。',
    todo: '请重新选择文件导入。',
  },
  PROPOSAL_TEXT_EMPTY: { what: '没有读出故事：没有文字。', todo: '请先粘贴文字。' },
} as const

/** Stories that could not be read or kept as asked. */
export class ProposalError extends AppError<keyof typeof TEXTS> {}

export const proposalError = (code: keyof typeof TEXTS, why?: string, cause?: unknown): ProposalError =>
  new ProposalError({ code, ...TEXTS[code], ...(why !== undefined && { why }), cause })
