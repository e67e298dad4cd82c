import { chineseDate } from '../../feeds/site/chinese-dates.ts'
import { policyName } from '../../feeds/site/policy-name.ts'
import type { SlideCitation } from '../deck/deck.ts'
import { openDeckContext } from '../deck/deck-context.ts'
import { lookOf } from '../deck/looks.ts'
import { shortened } from '../deck/shortened.ts'
import type { PictureMark } from '../guides/step-guide.schema.ts'
import type { CitedPassage, MaterialPicture } from '../materials/cited.schema.ts'
import type { CitedState } from '../materials/material-view.ts'
import type { PictureOf } from '../pptx/pack-pictures.ts'
import { markedPicture, type PaperPicture } from './marked-picture.ts'

/** What every paper of a material is made with. */
export interface PaperContext {
  /** The day on which validity was looked up, and that the paper was made. `YYYY-MM-DD` */
  readonly today: string
  /** 《土地管理法》第六十二条 */
  nameOf(cite: CitedPassage): string
  /** 现行（截至2026年11月21日） */
  validityOf(cite: CitedPassage, partId: string): string
  /** A cleaned copy with its marks drawn on it, or a sentence in its place where it cannot be printed. */
  picture(picture: MaterialPicture, marks?: readonly PictureMark[]): Promise<PaperPicture | string>
}

const STATES: Readonly<Record<SlideCitation['state'], string>> = {
  'in-force': '现行',
  'not-yet': '尚未生效',
  amended: '已修改，请看现行文本',
  repealed: '已废止',
  expired: '已失效',
  withdrawn: '已从资料库撤回，这里是引用时的文字',
  missing: '资料库未收录，时效请另行核对',
}

export interface PaperSources {
  readonly states: readonly CitedState[]
  readonly today: string
  readonly pictureOf: PictureOf
}

export function openPaperContext({ states, today, pictureOf }: PaperSources): PaperContext {
  const deck = openDeckContext(lookOf('quiet'), states, new Map())
  return {
    today,
    nameOf: ({ title, provision }) => policyName({ title: shortened(title, 60), provision }),
    validityOf: (cite, partId) => `${STATES[deck.citation(cite, partId).state]}（截至${chineseDate(today)}）`,
    async picture(picture, marks = []) {
      const name = shortened(picture.caption || picture.alternative || picture.name, 40)
      const known = deck.picture(picture, name)
      const found = typeof known === 'string' ? undefined : await pictureOf(known)
      const drawn = found && (await markedPicture(found, marks))
      if (!drawn) return `（图片“${name}”打不开，没有印上来）`
      return { ...drawn, caption: picture.caption ?? '', alternative: picture.alternative ?? picture.caption ?? '' }
    },
  }
}
