import { createHash } from 'node:crypto'
import { pinyin } from 'pinyin-pro'

export type BrowseType = 'theme' | 'post' | 'place'

const known = new Map<string, string>()

/** The page of a theme, a post or a place: how it sounds, and enough of its hash to be nobody else's. */
export function browsePath(type: BrowseType, value: string): string {
  const key = `${type}/${value}`
  const given = known.get(key)
  if (given !== undefined) return given
  if (known.size > 5000) known.clear()
  const sound = pinyin(value, { toneType: 'none', type: 'array', nonZh: 'removed' })
    .join('')
    .replace(/[^a-z]/g, '')
    .slice(0, 40)
  const path = `browse/${type}-${sound === '' ? '' : `${sound}-`}${createHash('sha256').update(value).digest('hex').slice(0, 8)}.html`
  known.set(key, path)
  return path
}
