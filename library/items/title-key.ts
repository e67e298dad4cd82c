import { pinyin } from 'pinyin-pro'

/** A title's pinyin initials, lower case, letters and digits only: 宅基地管理办法 → zjdglbf. */
export function titleInitials(title: string): string {
  return pinyin(title, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}
