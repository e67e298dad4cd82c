import path from 'node:path'
import type { Command } from 'commander'
import type { ExportResult } from '../../jobs/job-view.ts'
import { requireLibrary } from '../../service/open-reading.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'

/** `xinhuo export DIR` */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('把全部资料导出为 Markdown 和附件，填过的文书为 JSON')
    .argument('<dir>', '空文件夹，或还没有的文件夹')
    .action(async (directory: string, options: GlobalOptions) => {
      requireLibrary(options.library)
      await askService(options, async (client, output) => {
        const job = await client.run<'export'>('/api/exports', { directory: path.resolve(directory) }, output)
        output.result(job.result ?? { cancelled: true }, () => describe(job.result))
      })
    })
}

const describe = (result: ExportResult | undefined) =>
  result
    ? `已导出 ${result.revisions} 个版本、${result.blobs} 个附件、${result.forms} 份文书、${result.stories} 个自己的故事、${result.materials} 份会议资料到 ${result.directory}`
    : '已停止，没有留下半成品。'
