import type { Command } from 'commander'
import type { Comparison, HistoryEntry, PassageChange } from '../../items/item-view.ts'
import type { RevisionContent } from '../../items/revision.schema.ts'
import type { Validity } from '../../items/validity.ts'
import { createOutput, type GlobalOptions } from '../command-context.ts'
import { itemNamed } from '../item-named.ts'
import { openReadingClient, type ReadingClient } from '../service-client.ts'
import { validityName } from '../validity-name.ts'

interface ShownRevision {
  readonly revision: string
  readonly validity: Validity
  readonly current: boolean
  readonly content: RevisionContent
}

/** `xinhuo show ID [--revision R]`, `xinhuo history ID`, `xinhuo diff ID [R1 R2]` */
export function addItemCommands(program: Command): void {
  program
    .command('show')
    .description('显示一份资料')
    .argument('<id>', '条目编号，或检索结果里的 xinhuo:// 地址')
    .option('--revision <revision>', '版本（SHA-256 的开头六位以上）')
    .action((id: string, options: GlobalOptions & { revision?: string }) =>
      reading(options, async (library) => {
        const shown = await library.get<ShownRevision>(`/api/items/${encodeURIComponent(itemNamed(id))}/content`, {
          revision: options.revision,
        })
        createOutput(options.json).result(shown, () => {
          const { content } = shown
          const facts = [validityName(shown.validity), content.issuer, content.documentNumber, content.issuedOn]
          return `${content.title}\n${facts.filter(Boolean).join(' · ')}\n\n${content.body}`
        })
      }),
    )
  program
    .command('history')
    .description('列出一份资料的全部版本')
    .argument('<id>', '条目编号，或检索结果里的 xinhuo:// 地址')
    .action((id: string, options: GlobalOptions) =>
      reading(options, async (library) => {
        const history = await library.get<HistoryEntry[]>(`/api/items/${encodeURIComponent(itemNamed(id))}/history`)
        createOutput(options.json).result(history, () => history.map(describeEntry).join('\n'))
      }),
    )
  program
    .command('diff')
    .description('逐条比较两个版本')
    .argument('<id>', '条目编号，或检索结果里的 xinhuo:// 地址')
    .argument('[from]', '旧版本')
    .argument('[to]', '新版本')
    .action((id: string, from: string | undefined, to: string | undefined, options: GlobalOptions) =>
      reading(options, async (library) => {
        const comparison = await library.get<Comparison>(`/api/items/${encodeURIComponent(itemNamed(id))}/diff`, {
          from,
          to,
        })
        createOutput(options.json).result(comparison, () => describeComparison(comparison))
      }),
    )
}

async function reading(options: GlobalOptions, work: (library: ReadingClient) => Promise<void>): Promise<void> {
  const library = await openReadingClient(options.library)
  try {
    await work(library)
  } finally {
    await library.close()
  }
}

function describeEntry(entry: HistoryEntry): string {
  const mark = entry.current ? '*' : ' '
  const date = entry.issuedOn ?? entry.effectiveFrom ?? entry.recordedAt.slice(0, 10)
  return `${mark} ${date}  ${entry.revision.slice(0, 12)}  ${validityName(entry.validity)}  ${entry.title}`
}

function describeComparison({ from, to, summary, passages }: Comparison): string {
  const changed = passages.filter((passage) => passage.type !== 'same')
  return [
    `${describeEntry(from)}\n${describeEntry(to)}`,
    `新增 ${summary.added}，删去 ${summary.removed}，修改 ${summary.changed}，未变 ${summary.same}`,
    ...changed.map(describeChange),
  ].join('\n\n')
}

const NAMES: Readonly<Record<PassageChange['type'], string>> = {
  same: '未变',
  added: '新增',
  removed: '删去',
  changed: '修改',
  moved: '移动',
}

/** Words added stand in 〔＋…〕, words removed in 〔－…〕: readable without colours, and when copied. */
function describeChange(change: PassageChange): string {
  const heading =
    change.oldHeading && change.oldHeading !== change.heading
      ? `${change.oldHeading} → ${change.heading}`
      : change.heading
  const words = change.words
    .map(({ type, text }) => (type === 'added' ? `〔＋${text}〕` : type === 'removed' ? `〔－${text}〕` : text))
    .join('')
  return `【${NAMES[change.type]}】${heading}\n${change.type === 'moved' ? '' : words}`.trimEnd()
}
