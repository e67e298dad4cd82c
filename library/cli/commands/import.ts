import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ItemKind } from '../../items/item-kind.ts'
import type { ImportResult } from '../../jobs/job-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions, kinds } from '../command-context.ts'

/** `xinhuo import PATH… [--kind K]` */
export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('导入文件、文件夹或 .zip；再导入一次只处理有变化的')
    .argument('<path...>', '文件、文件夹或 .zip')
    .addOption(new Option('--kind <kind>', '没有写明种类的文件算作哪一种').choices(kinds))
    .action(async (given: string[], options: GlobalOptions & { kind?: ItemKind }) => {
      const paths = given.map(pathGiven)
      await askService(options, async (client, output) => {
        const job = await client.run<'import'>('/api/imports', { paths, kind: options.kind }, output)
        if (job.result) output.result(job.result, () => describe(job.result as ImportResult))
        else output.result({ cancelled: true }, () => '已停止。')
      })
    })
}

/** An empty path, as of a variable that was not set, would be the folder one happens to be in. */
function pathGiven(text: string): string {
  if (text.trim() !== '') return path.resolve(text)
  throw new CommandError({ code: 'USAGE', what: '没有写要导入的文件或文件夹。' })
}

function describe(result: ImportResult): string {
  const { imported, revised, unchanged, skipped, seconds, duplicates, warnings } = result
  const lines = [`新增 ${imported}，修订 ${revised}，未变 ${unchanged}，跳过 ${skipped.length}（${seconds} 秒）`]
  for (const { file, reason } of skipped) lines.push(`  跳过 ${file}：${reason}`)
  for (const { file, sameAs } of duplicates) lines.push(`  重复 ${file}：内容与 ${sameAs} 相同`)
  for (const { file, reason } of warnings) lines.push(`  注意 ${file}：${reason}`)
  return lines.map(harmless).join('\n')
}

/** A file name may hold what moves a terminal's cursor, starts a line or turns its direction. */
const harmless = (line: string) => line.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '·')
