import type { Command } from 'commander'
import { requireLibrary } from '../../service/open-reading.ts'
import type { BackupFile } from '../../store/backups.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'

/** `xinhuo backup` and `xinhuo restore [NAME]` */
export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('立即备份资料库')
    .action(async (options: GlobalOptions) => {
      requireLibrary(options.library)
      await askService(options, async (client, output) => {
        const job = await client.run<'backup'>('/api/backups', undefined, output)
        output.result(
          job.result,
          () => `已备份：${job.result?.name}（${Math.ceil((job.result?.bytes ?? 0) / 1024)} KB）`,
        )
      })
    })
  program
    .command('restore')
    .description('恢复一个备份；不写名字则列出全部备份')
    .argument('[name]', '备份的名字，或 latest')
    .action(async (name: string | undefined, options: GlobalOptions) => {
      await askService(options, async (client, output) => {
        const backups = await client.call<BackupFile[]>('GET', '/api/backups')
        if (name === undefined) {
          output.result({ backups }, () => describe(backups))
          return
        }
        const chosen = name === 'latest' ? (backups[0]?.name ?? name) : name
        const path = `/api/backups/${encodeURIComponent(chosen)}/restore`
        const done = await client.call<{ restored: string; keptAside: string }>('POST', path)
        output.result(done, () => `已恢复 ${done.restored}。恢复前的资料库保存在 ${done.keptAside}。`)
      })
    })
}

const describe = (backups: readonly BackupFile[]) =>
  backups.length === 0
    ? '还没有备份。'
    : backups.map((backup) => `${backup.name}  ${Math.ceil(backup.bytes / 1024)} KB`).join('\n')
