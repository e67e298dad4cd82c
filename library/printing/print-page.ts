import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { AppError } from '../errors/app-error.ts'
import { markPageNumbers } from './mark-page-numbers.ts'

/** Where the page's script comes to lie when the app is built. */
const SCRIPT = new URL('../../dist/printing/print-page.js', import.meta.url)

class PageScriptMissingError extends AppError<'PRINT_PAGE_NOT_BUILT'> {}

/**
 * A page that holds a document and lays it out by itself, for a browser to print. Its policy lets nothing run but the
 * script it came with, and nothing be asked for outside.
 * @param script where the page's script lies
 */
export async function printPage(docx: Uint8Array, title: string, script: URL = SCRIPT): Promise<string> {
  const code = (await readScript(script)).replaceAll('</script', '<\\/script')
  const hash = createHash('sha256').update(code).digest('base64')
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="zh-CN" translate="no"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head><body><template>${Buffer.from(markPageNumbers(docx)).toString('base64')}</template><script>${code}</script></body></html>
`
}

async function readScript(script: URL): Promise<string> {
  try {
    return await readFile(script, 'utf8')
  } catch (cause) {
    throw new PageScriptMissingError({
      code: 'PRINT_PAGE_NOT_BUILT',
      what: '打印用的页面还没有构建。',
      todo: '请先运行 npm run build。',
      cause,
    })
  }
}

const escaped = (text: string) => text.toWellFormed().replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)

/** Names that official documents ask for, and what stands in for them where the machine has other fonts. */
const FONTS: Readonly<Record<string, readonly string[]>> = {
  仿宋_GB2312: ['FangSong_GB2312', 'FangSong', '仿宋', 'STFangsong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  仿宋: ['FangSong', 'FangSong_GB2312', 'STFangsong', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  楷体_GB2312: ['KaiTi_GB2312', 'KaiTi', '楷体', 'STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC'],
  楷体: ['KaiTi', 'KaiTi_GB2312', 'STKaiti', 'AR PL UKai CN', 'Noto Serif CJK SC'],
  宋体: ['SimSun', 'NSimSun', 'STSong', 'Songti SC', 'Noto Serif CJK SC', 'Source Han Serif SC'],
  黑体: ['SimHei', 'STHeiti', 'Heiti SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC'],
  方正小标宋简体: ['FZXiaoBiaoSong-B05S', 'FZXBSJW--GB1-0', 'STZhongsong', 'Noto Serif CJK SC'],
}

const STYLE = [
  ...Object.entries(FONTS).map(
    ([name, others]) =>
      `@font-face { font-family: '${name}'; src: ${[name, ...others].map((font) => `local('${font}')`).join(', ')}; }`,
  ),
  'html, body { margin: 0; background: #fff; }',
  'section.docx { box-sizing: border-box; margin: 0 !important; box-shadow: none !important; color: #000; }',
  'section.docx + section.docx { break-before: page; }',
  'section.single { height: var(--page-height); min-height: 0 !important; overflow: hidden; }',
  'section.flowing { display: block !important; min-height: 0 !important; overflow: visible !important; padding-block: 0 !important; }',
  'tr, img { break-inside: avoid; }',
  '[class*="heading"] { break-after: avoid; }',
].join('\n')
