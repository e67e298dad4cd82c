import { PrintError } from './document-printer.ts'

/** @param detail what the program said, for whoever looks after the machine */
export const printFailed = (title: string, detail: string, cause?: unknown): PrintError =>
  new PrintError({
    code: 'PRINT_FAILED',
    what: `《${title}》没有转成 PDF。`,
    why: detail === '' ? '转换程序没有给出结果。' : `转换程序说：${detail.slice(0, 200)}`,
    todo: '文书还在，没有改动。可以先下载 .docx，用 WPS 打开后另存为 PDF 或直接打印。',
    cause,
  })

export const printUnavailable = (): PrintError =>
  new PrintError({
    code: 'PRINT_UNAVAILABLE',
    what: '这台电脑上没有可以转成 PDF 的程序。',
    why: '没有找到 LibreOffice，也没有找到 Chromium、Chrome 或 Edge 浏览器。',
    todo: '请下载 .docx，用 WPS 打开后打印或另存为 PDF；装上 LibreOffice 以后，这里就能直接生成。',
  })
