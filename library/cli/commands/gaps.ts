import type { Command } from 'commander'
import type { GapsFile, SearchGap } from '../../search/saved/saved-view.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { writeResultFile } from '../write-result-file.ts'

/** `xinhuo gaps list`, `xinhuo gaps add QUERY`, `xinhuo gaps export FILE`: what the library lacks, noted by hand. */
export function addGapsCommand(program: Command): void {
  const gaps = program.command('gaps').description('记下资料库里缺的内容，导出给内容办公室')
  gaps
    .command('list')
    .description('列出记下的缺漏')
    .action((options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const noted = await client.call<SearchGap[]>('GET', '/api/search-gaps')
        output.result(noted, () => describe(noted))
      }),
    )
  gaps
    .command('add')
    .description('记一条缺漏')
    .argument('<query>', '找什么没有找到')
    .option('--note <text>', '谁问的、做什么用', '')
    .action((query: string, options: GlobalOptions & { note: string }) =>
      askService(options, async (client, output) => {
        const noted = await client.call<SearchGap>('POST', '/api/search-gaps', { query, note: options.note })
        output.result(noted, () => `记下了：${noted.query}`)
      }),
    )
  gaps
    .command('export')
    .description('把记下的缺漏写进一个文件')
    .argument('<file>', '要写的 .json 文件')
    .action((file: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const gapsFile = await client.call<GapsFile>('GET', '/api/search-gaps/export')
        await writeResultFile(file, `${JSON.stringify(gapsFile, null, 2)}\n`, '缺漏')
        output.result({ file, gaps: gapsFile.gaps.length }, () => `写了 ${gapsFile.gaps.length} 条：${file}`)
      }),
    )
}

function describe(noted: readonly SearchGap[]): string {
  if (noted.length === 0) return '没有记下缺漏。'
  return noted
    .map(({ query, note, notedAt, exportedAt }) =>
      [notedAt.slice(0, 10), query, note, exportedAt === undefined ? '' : `（${exportedAt.slice(0, 10)} 已导出）`]
        .filter((part) => part !== '')
        .join('  '),
    )
    .join('\n')
}
