import { AppError } from '../../errors/app-error.ts'

const SAFE = '会议没有改动。'
const FACTS = {
  DESIGN_BROKEN: {
    what: '这个文件打不开。',
    why: '它不是完整的 .pptx 或 .potx 文件。',
    todo: `请用 WPS 或 PowerPoint 打开后另存为 .pptx 再试。${SAFE}`,
  },
  DESIGN_ENCRYPTED: {
    what: '这个演示文稿加了密码。',
    todo: `请去掉密码，另存为 .pptx 再试。${SAFE}`,
  },
  DESIGN_OLD: {
    what: '这是旧版的 .ppt 文件，只是名字改成了 .pptx。',
    todo: `请用 WPS 或 PowerPoint 打开后另存为 .pptx 再试。${SAFE}`,
  },
  DESIGN_MACROS: {
    what: '这个演示文稿带有宏，没有打开。',
    why: '宏是会自己运行的程序，取颜色和字体用不着。',
    todo: `请另存为不带宏的 .pptx 再试。${SAFE}`,
  },
  DESIGN_OUTSIDE: {
    what: '这个演示文稿里有存放在别处的图片或内容，没有打开。',
    todo: `请把它们插入文稿本身（不用链接），保存后再试。${SAFE}`,
  },
  DESIGN_TOO_LARGE: {
    what: '这个演示文稿展开后大得不正常，没有打开。',
    todo: `请另存一份只留母版、不带图片的，再试。${SAFE}`,
  },
  DESIGN_NOT_A_MEETING: {
    what: '没有换：只有会议能用单位自己的样式。',
    todo: '资料没有改动。',
  },
} as const

type DesignErrorCode = keyof typeof FACTS

/** An office's own presentation whose colours and fonts cannot be taken. */
export class DesignError extends AppError<DesignErrorCode> {}

export const designError = (code: DesignErrorCode, cause?: unknown): DesignError =>
  new DesignError({ code, ...FACTS[code], cause })
