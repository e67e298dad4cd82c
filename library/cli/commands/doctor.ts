import type { Command } from 'commander'
import type { DoctorReport } from '../../service/doctor-report.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'

/** `xinhuo doctor`: exits with 1 when something is wrong. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .description('检查资料库是否完好')
    .action(async (options: GlobalOptions) => {
      await askService(options, async (client, output) => {
        const report = await client.call<DoctorReport>('GET', '/api/doctor')
        output.result(report, () => describe(report))
        if (!report.ok) process.exitCode = 1
      })
    })
}

function describe(report: DoctorReport): string {
  const lines = report.checks.map(
    (check) => `${check.ok ? '✓' : '✗'} ${check.name}：${check.detail}${check.todo ? `。${check.todo}` : ''}`,
  )
  return [...lines, report.ok ? '一切正常。' : '发现问题，请按上面的办法处理。'].join('\n')
}
