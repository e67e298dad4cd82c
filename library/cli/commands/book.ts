import path from 'node:path'
import type { Command } from 'commander'
import type { BookEntry, BookImport, ColumnMatch, ReceivedSheet } from '../../templates/known/known-view.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'

interface ListOptions extends GlobalOptions {
  readonly kind?: string
  readonly limit: string
}

/** `xinhuo book import FILE.xlsx | list [WORDS] | forget ID` */
export function addBookCommand(program: Command): void {
  const book = program.command('book').description('本地名册：人、户、地块，只存在这台电脑上')
  book
    .command('import')
    .description('从 .xlsx 或 .csv 导入；不写 --yes 只看会怎样')
    .argument('<file>', '表格')
    .option('--sheet <name>', '工作表；不写就是第一个')
    .option('--yes', '确认写入名册')
    .action((file: string, options: GlobalOptions & { sheet?: string; yes?: true }) =>
      askService(options, async (client, output) => {
        const received = await client.call<ReceivedSheet>('POST', '/api/sheets', { path: path.resolve(file) })
        const sheet = options.sheet ?? received.sheets[0]?.name ?? ''
        const query = new URLSearchParams({ template: 'book', sheet })
        const match = await client.call<ColumnMatch[]>('GET', `/api/sheets/${received.upload}/match?${query}`)
        const commit = options.yes === true
        const imported = await client.call<BookImport>('POST', '/api/book/import', {
          upload: received.upload,
          sheet,
          match,
          commit,
        })
        const names = await client.call<Readonly<Record<string, readonly string[]>>>('GET', '/api/known/meanings')
        for (const { notes } of received.sheets.filter(({ name }) => name === sheet)) notes.forEach(output.note)
        output.result({ ...imported, match, committed: commit }, () => describe(imported, match, commit, names))
      }),
    )
  book
    .command('list')
    .description('按姓名、拼音、首字母、证件末四位、村组找')
    .argument('[words...]', '要找的')
    .option('--kind <kind>', 'person、household 或 plot')
    .option('--limit <n>', '最多列多少', '50')
    .action((words: string[], options: ListOptions) =>
      askService(options, async (client, output) => {
        const query = new URLSearchParams({
          q: words.join(' '),
          limit: options.limit,
          ...(options.kind !== undefined && { kind: options.kind }),
        })
        const found = await client.call<{ total: number; entries: BookEntry[] }>('GET', `/api/book?${query}`)
        output.result(found, () => [`共 ${found.total} 条`, ...found.entries.map(oneLine)].join('\n'))
      }),
    )
  book
    .command('forget')
    .description('从名册里删去一条')
    .argument('<id>', 'list --json 里的编号')
    .action((id: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const gone = await client.call<{ id: string }>('DELETE', `/api/book/${encodeURIComponent(id)}`)
        output.result({ ...gone, forgotten: true }, () => '已删去。在窗口的名册里可以撤销。')
      }),
    )
}

function describe(
  imported: BookImport,
  match: readonly ColumnMatch[],
  committed: boolean,
  names: Readonly<Record<string, readonly string[]>>,
): string {
  const { added, changed, unchanged, refused } = imported
  const used = match.flatMap(({ column, field }) =>
    field === undefined ? [] : [`${column}→${names[field]?.[0] ?? field}`],
  )
  const unused = match.flatMap(({ column, field }) => (field === undefined ? [column] : []))
  return [
    `${committed ? '已写入名册' : '还没有写入，加上 --yes 才写入'}：新增 ${added}，更新 ${changed}，未变 ${unchanged}，没有收下 ${refused.length}`,
    `列的对应：${used.join('，')}`,
    ...(unused.length > 0 ? [`原样保留的列：${unused.join('、')}`] : []),
    ...refused.slice(0, 50).map(({ row, reason }) => `  第 ${row} 行：${reason}`),
  ].join('\n')
}

/** Enough to tell two people apart on a screen that others can see. */
function oneLine({ kind, name, values }: BookEntry): string {
  const id = values['person.residentId']
  const place = [values['village.name'], values['village.group']].filter(Boolean).join('')
  const parts = [{ person: '人', household: '户', plot: '地块' }[kind], name, place]
  if (id !== undefined) parts.push(`${id.slice(0, 4)}**********${id.slice(-4)}`)
  return parts.filter(Boolean).join('  ')
}
