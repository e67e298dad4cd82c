import type { ItemKind } from '../../items/item-kind.ts'
import type { OfferedChange } from '../update-view.ts'

const kindNames: Readonly<Record<ItemKind, string>> = { policy: '政策', template: '文书', story: '故事', guide: '指南' }
const kinds: readonly ItemKind[] = ['policy', 'template', 'story', 'guide']
const TITLES = 20
/** Of notes that a channel carries. Characters. */
const LONGEST = 20_000

/** Proposed release notes, Markdown: what is new, changed and withdrawn by kind, and what is in force or repealed now. */
export function proposeNotes(changes: readonly OfferedChange[]): string {
  const fresh = changes.filter(({ type }) => type === 'new' || type === 'returned')
  const changed = changes.filter(({ type }) => type === 'changed')
  const withdrawn = changes.filter(({ type }) => type === 'withdrawn')
  const sections = [
    ...byKind('新增', fresh, titleOf),
    ...byKind('修改', changed, titleOf),
    ...byKind('撤回', withdrawn, withReason),
    section(
      '现行生效',
      changed.filter(({ validity }) => validity === 'in-force'),
      withDay('effectiveFrom', '起施行'),
    ),
    section(
      '尚未生效',
      changes.filter(({ validity }) => validity === 'not-yet'),
      withDay('effectiveFrom', '起施行'),
    ),
    section(
      '已经废止',
      changes.filter(({ validity }) => validity === 'repealed'),
      withDay('repealedOn', '废止'),
    ),
  ]
  return cutAtLine(sections.filter((text) => text !== '').join('\n\n'))
}

/** As many whole lines as notes may hold. */
function cutAtLine(text: string): string {
  if (text.length <= LONGEST) return text
  return text.slice(0, text.lastIndexOf('\n', LONGEST)).trimEnd()
}

type Line = (change: OfferedChange) => string

/** Titles come from files of all kinds: none of them makes a heading or a link of its own. */
const titleOf: Line = ({ title }) => `《${title.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|]/g, '\\$&')}》`
const withReason: Line = (change) => {
  const reason = change.withdrawn?.reason.replace(/\s+/g, ' ')
  return reason ? `${titleOf(change)}：${reason}` : titleOf(change)
}
const withDay =
  (day: 'effectiveFrom' | 'repealedOn', word: string): Line =>
  (change) =>
    change[day] ? `${titleOf(change)}（${change[day]} ${word}）` : titleOf(change)

const byKind = (heading: string, changes: readonly OfferedChange[], line: Line) =>
  kinds.map((kind) =>
    section(
      `${heading}${kindNames[kind]}`,
      changes.filter((change) => change.kind === kind),
      line,
    ),
  )

function section(heading: string, changes: readonly OfferedChange[], line: Line): string {
  if (changes.length === 0) return ''
  const rest = changes.length > TITLES ? [`- 等 ${changes.length} 项`] : []
  return [
    `## ${heading} ${changes.length} 项`,
    '',
    ...changes.slice(0, TITLES).map((one) => `- ${line(one)}`),
    ...rest,
  ].join('\n')
}
