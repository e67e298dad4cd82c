import { extensionOf } from '../readers/extension-of.ts'

/** Sizes above which files are not read, in bytes. */
export interface SizeLimits {
  readonly text: number
  readonly document: number
  readonly attachment: number
  /** All entries of one archive together, unpacked. */
  readonly archive: number
}

const megabyte = 1024 * 1024

export const defaultSizeLimits: SizeLimits = {
  text: 64 * megabyte,
  document: 200 * megabyte,
  attachment: 500 * megabyte,
  archive: 4096 * megabyte,
}

const textExtensions = new Set(['md', 'markdown', 'txt', 'text', 'html', 'htm', 'xhtml'])
// .wps is here because WPS writes ordinary .doc content under that name too; the reader tells.
const documentExtensions = new Set(['docx', 'docm', 'doc', 'wps', 'pdf', 'mht', 'mhtml'])

const reasons = new Map<string, { readonly why?: string; readonly todo?: string }>([
  ...['xls', 'xlsx', 'et', 'csv', 'ods'].map(
    (one) => [one, { why: '这是电子表格。', todo: '请把需要的内容复制到 .docx 里再导入。' }] as const,
  ),
  ...['ppt', 'pptx', 'dps', 'odp'].map(
    (one) => [one, { why: '这是演示文稿。', todo: '请把需要的内容复制到 .docx 里再导入。' }] as const,
  ),
  ...['png', 'jpg', 'jpeg', 'gif', 'bmp', 'webp', 'tif', 'tiff', 'heic', 'svg'].map(
    (one) => [one, { why: '这是图片。', todo: '请先做文字识别，存成 .docx 或 .txt 再导入。' }] as const,
  ),
  ...['rar', '7z', 'tar', 'gz', 'tgz', 'bz2', 'xz'].map(
    (one) => [one, { why: '这种压缩包打不开。', todo: '请先解压，或改压成 .zip 再导入。' }] as const,
  ),
  ...['rtf', 'odt', 'ofd', 'pages'].map(
    (one) => [one, { why: '这种文档格式读不了。', todo: '请用 WPS 打开，另存为 .docx 再导入。' }] as const,
  ),
  ...['mp4', 'mp3', 'avi', 'mov', 'wav', 'wmv', 'mkv'].map((one) => [one, { why: '这是音频或视频。' }] as const),
  ...['exe', 'dll', 'bat', 'cmd', 'msi', 'lnk', 'apk', 'js', 'vbs', 'ps1', 'sh'].map(
    (one) => [one, { why: '这是程序，不是文档。' }] as const,
  ),
])

/** What the walk does with a file of this name: read it, open it as an archive, or refuse it with a reason. */
export type FileKind =
  | { readonly type: 'text' | 'document' }
  | { readonly type: 'zip' }
  | { readonly type: 'unsupported'; readonly detail: { readonly why?: string; readonly todo?: string } }

/** Decides by extension alone what a file may be; its content is looked at later, by its reader. */
export function fileKind(name: string): FileKind {
  const extension = extensionOf(name)
  if (textExtensions.has(extension)) return { type: 'text' }
  if (documentExtensions.has(extension)) return { type: 'document' }
  if (extension === 'zip') return { type: 'zip' }
  if (extension === '')
    return {
      type: 'unsupported',
      detail: { why: '文件没有扩展名，不知道是什么。', todo: '请补上扩展名再导入，例如 .docx。' },
    }
  return { type: 'unsupported', detail: reasons.get(extension) ?? {} }
}

const systemNames = /^(?:thumbs\.db|desktop\.ini|__macosx|\$recycle\.bin|system volume information|ehthumbs\.db)$/i

/** True for hidden, temporary and system files that nobody means when choosing a folder. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || systemNames.test(name) || /^~.*\.tmp$/i.test(name)
}
