import { pinyin } from 'pinyin-pro'

/** A title's pinyin initials, lower case, letters and digits only: 宅基地管理办法 → zjdglbf. */
export const titleInitials = (title: string): string => titlePinyin(title, 'first')

/** A title as it is typed in pinyin, lower case, letters and digits only: 宅基地 → zhaijidi. */
export const titleSound = (title: string): string => titlePinyin(title, 'pinyin')

function titlePinyin(title: string, pattern: 'first' | 'pinyin'): string {
  return pinyin(title, { pattern, toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
