import path from 'node:path'
import type { Command } from 'commander'
import type { MergedLedger } from '../../templates/batch/batch-view.ts'
import type { ReceivedSheet } from '../../templates/known/known-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'

interface MergeOptions extends GlobalOptions {
  readonly key: readonly string[]
  readonly out: string
}

/** `xinhuo ledger merge FILE… --key COLUMN --out FILE` */
export function addLedgerCommand(program: Command): void {
  program
    .command('ledger')
    .description('台账')
    .command('merge')
    .description('把几个村格式相同的台账合成一份；重复的去掉，不一致的列出来')
    .argument('<file...>', '.xlsx 或 .csv；以第一份的列为准')
    .option('--key <column>', '用哪一列分清每一行，可以写几次；不写就用身份证号或姓名', collect, [])
    .requiredOption('--out <file>', '合成的 .xlsx')
    .action(async (files: string[], options: MergeOptions) => {
      if (!/\.xlsx$/i.test(options.out)) throw new CommandError({ code: 'USAGE', what: '--out 请写一个 .xlsx 文件。' })
      await askService(options, async (client, output) => {
        const uploads: string[] = []
        const refused: MergedLedger['refused'][number][] = []
        for (const [index, file] of files.entries()) {
          output.progress(`${index + 1}/${files.length}  ${path.basename(file)}`)
          try {
            const received = await client.call<ReceivedSheet>('POST', '/api/sheets', { path: path.resolve(file) })
            uploads.push(received.upload)
          } catch (error) {
            // One that cannot be read does not keep the others back.
            if (index === 0 || !(error instanceof Error)) throw error
            refused.push({ file: path.basename(file), reason: error.message })
          }
        }
        const merged = await client.call<MergedLedger>('POST', '/api/ledgers/merge', {
          uploads,
          key: options.key,
          directory: path.dirname(path.resolve(options.out)),
          fileName: path.basename(options.out),
        })
        const whole = { ...merged, refused: [...merged.refused, ...refused] }
        output.result(whole, () => describe(whole))
      })
    })
}

const collect = (column: string, before: readonly string[]) => [...before, column]

function describe({ file, rows, sources, duplicates, conflicts, refused }: MergedLedger): string {
  return [
    `已合成 ${file}：${rows} 行，来自 ${sources.length} 份；去掉重复 ${duplicates} 行，不一致 ${conflicts.length} 处`,
    ...refused.map((one) => `  没有合并 ${one.file}：${one.reason}`),
    ...conflicts
      .slice(0, 50)
      .map(
        ({ column, values }) =>
          `  不一致：${column}（${values.map((one) => `${one.file} 第 ${one.row} 行`).join('，')}）`,
      ),
  ].join('\n')
}
