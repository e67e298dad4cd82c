import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { policyName } from '../../feeds/site/policy-name.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { CitedPassage, MaterialPicture } from '../materials/cited.schema.ts'
import type { CitedState } from '../materials/material-view.ts'
import type { DeckPicture, SlideCitation, SlideLook } from './deck.ts'
import { shortened } from './shortened.ts'

/** What is known of a picture's file: its sides, or that it cannot be shown. */
export type PictureFacts = { readonly width: number; readonly height: number } | 'missing' | 'broken'

/** What the slides of all parts are made with. */
export interface DeckContext {
  readonly look: SlideLook
  citation(cite: CitedPassage, partId: string): SlideCitation
  /** A picture, or a sentence in its place where it cannot be shown. */
  picture(picture: MaterialPicture, where: string, marks?: readonly PictureMark[]): DeckPicture | string
}

const STATES: Readonly<Record<SlideCitation['state'], string>> = {
  'in-force': '现行',
  'not-yet': '尚未生效',
  amended: '已修改',
  repealed: '已废止',
  expired: '失效',
  withdrawn: '已撤回',
  missing: '资料库未收录，按引用时的文字',
}

export function openDeckContext(
  look: SlideLook,
  states: readonly CitedState[],
  pictures: ReadonlyMap<string, PictureFacts>,
): DeckContext & { readonly warnings: readonly string[] } {
  const warnings = new Set<string>()
  const known = new Map(states.flatMap((state) => [[`${state.partId} ${state.citeId}`, state] as const]))
  const byCite = new Map(states.map((state) => [state.citeId, state]))
  return {
    look,
    get warnings() {
      return [...warnings]
    },
    citation(cite, partId) {
      const found = known.get(`${partId} ${cite.id}`) ?? byCite.get(cite.id)
      const state = found?.state ?? cite.validity ?? 'missing'
      const name = policyName({
        title: shortened(cite.title, 40),
        provision: cite.provision && shortened(cite.provision, 24),
      })
      const from = found?.effectiveFrom
      const since = from && state !== 'missing' ? `${chineseDate(from)}起施行` : undefined
      if (state === 'withdrawn') warnings.add(`${name}已从资料库撤回，幻灯片上是引用时的文字。`)
      if (state === 'repealed' || state === 'expired')
        warnings.add(`${name}${STATES[state]}，讲之前请看看有没有替代的规定。`)
      return {
        citeId: cite.id,
        title: cite.title,
        ...(cite.provision !== undefined && { provision: cite.provision }),
        state,
        says: [name, STATES[state], since].filter(Boolean).join(' · '),
        ...(cite.itemId !== undefined && { itemId: cite.itemId }),
        ...(cite.anchor !== undefined && { anchor: cite.anchor }),
      }
    },
    picture(picture, where, marks) {
      const facts = pictures.get(picture.sha256)
      const name = picture.caption ?? picture.alternative ?? picture.name
      if (facts === 'missing' || facts === 'broken') {
        warnings.add(`“${where}”的图片“${name}”${facts === 'missing' ? '找不到文件' : '打不开'}，没有放上幻灯片。`)
        return `（图片“${shortened(name, 40)}”没有放上来）`
      }
      const alternative = picture.alternative ?? picture.caption ?? ''
      if (alternative === '')
        warnings.add(`“${where}”的图片“${picture.name}”没有文字说明，看不见的人不知道上面是什么。`)
      return {
        sha256: picture.sha256,
        mediaType: picture.mediaType,
        width: facts?.width ?? picture.width ?? 0,
        height: facts?.height ?? picture.height ?? 0,
        alternative,
        ...(picture.caption !== undefined && picture.caption !== '' && { caption: shortened(picture.caption, 60) }),
        ...(picture.blurred !== undefined && picture.blurred.length > 0 && { blurred: picture.blurred }),
        ...(marks !== undefined && marks.length > 0 && { marks }),
      }
    },
  }
}
