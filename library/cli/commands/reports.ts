import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ExportedLetter, ReceivedFile, ReceivedReport, Report } from '../../feedback/report-view.ts'
import type { ReportAnswers } from '../../updates/repository-format.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { harmlessLine } from '../harmless-line.ts'
import { writeResultFile } from '../write-result-file.ts'

const KINDS = { error: '有误', question: '提问', gap: '缺漏', lead: '线索' } as const

/** `xinhuo reports list|add|export|receive|answer|answers`: the return trip, by files that people carry. */
export function addReportsCommand(program: Command): void {
  const reports = program.command('reports').description('回信：把错误、提问和线索写成签名的文件，收下和答复别人的')
  addSending(reports)
  addReceiving(reports)
}

/** For who reads. */
function addSending(reports: Command): void {
  reports
    .command('list')
    .description('列出写下的回信和答复')
    .option('--received', '列出收到的回信', false)
    .action((options: GlobalOptions & { received: boolean }) =>
      askService(options, async (client, output) => {
        if (options.received) {
          const received = await client.call<ReceivedReport[]>('GET', '/api/reports/received')
          output.result(received, () => describe(received, '没有收到回信。'))
        } else {
          const written = await client.call<Report[]>('GET', '/api/reports')
          output.result(written, () => describe(written, '没有写下回信。'))
        }
      }),
    )
  reports
    .command('add')
    .description('写一条，只记在本机')
    .argument('<text>', '要说的话')
    .addOption(new Option('--kind <kind>', '哪一种').choices(Object.keys(KINDS)).default('question'))
    .option('--item <id>', '说的是哪份资料')
    .option('--anchor <anchor>', '其中哪一条，如 第六条')
    .action((text: string, options: GlobalOptions & { kind: string; item?: string; anchor?: string }) =>
      askService(options, async (client, output) => {
        const body = { kind: options.kind, text, itemId: options.item, anchor: options.anchor }
        const report = await client.call<Report>('POST', '/api/reports', body)
        output.result(report, () => `记下了 ${report.number}，只记在本机，导出以后才交给别人。`)
      }),
    )
  reports
    .command('export')
    .description('把还没有导出的写成一个签名的文件')
    .requiredOption('--to <dir>', 'U盘或文件夹')
    .option('--name <name>', '单位和姓名；写一次就记住')
    .action((options: GlobalOptions & { to: string; name?: string }) =>
      askService(options, async (client, output) => {
        const body = { directory: path.resolve(options.to), senderName: options.name }
        const done = await client.call<ExportedLetter>('POST', '/api/reports/export', body)
        output.result(done, () => `写了 ${done.reports} 条：${done.file}`)
      }),
    )
}

/** For the office that answers. */
function addReceiving(reports: Command): void {
  reports
    .command('receive')
    .description('收下别人的回信文件')
    .argument('<file...>', '以 xinhuo-huixin 开头的文件')
    .action((files: string[], options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const body = { files: files.map((file) => path.resolve(file)) }
        const received = await client.call<ReceivedFile[]>('POST', '/api/reports/received', body)
        output.result(received, () => received.map(describeFile).join('\n'))
        if (received.some((file) => file.refused)) process.exitCode = 1
      }),
    )
  reports
    .command('answer')
    .description('答复收到的一条')
    .argument('<number>', '编号，如 K7QM-0001')
    .requiredOption('--text <text>', '答复')
    .option('--item <id...>', '请对方看的资料')
    .action((number: string, options: GlobalOptions & { text: string; item?: string[] }) =>
      askService(options, async (client, output) => {
        const body = { answer: options.text, items: options.item }
        const place = `/api/reports/received/${encodeURIComponent(number)}`
        const answered = await client.call<ReceivedReport>('PATCH', place, body)
        output.result(answered, () => `答复了 ${answered.number}，随下一次发布送到。`)
      }),
    )
  reports
    .command('answers')
    .description('把全部答复写成文件，发布时放进频道')
    .requiredOption('--out <file>', '要写的文件，如 answers.json')
    .action((options: GlobalOptions & { out: string }) =>
      askService(options, async (client, output) => {
        const pack = await client.call<ReportAnswers>('GET', '/api/reports/received/answers')
        await writeResultFile(options.out, `${JSON.stringify(pack, null, 2)}\n`, '答复')
        const done = { file: options.out, answers: pack.answers.length }
        output.result(done, () => `写了 ${done.answers} 条答复：${done.file}`)
      }),
    )
}

function describe(reports: readonly (Report | ReceivedReport)[], none: string): string {
  if (reports.length === 0) return none
  return reports.flatMap(describeReport).map(harmlessLine).join('\n')
}

function describeReport(report: Report | ReceivedReport): string[] {
  const { number, kind, text, title, anchor, answer } = report
  const about = title === undefined ? '' : `《${title}》${anchor ?? ''}`
  const sender = 'senderName' in report ? report.senderName : undefined
  const sent = 'exportedAt' in report && report.exportedAt ? `（${report.exportedAt.slice(0, 10)} 已导出）` : ''
  const line = [number, KINDS[kind], sender, about, text, sent].filter(Boolean).join('  ')
  return answer ? [line, `  ${answer.answeredOn} 答复：${answer.text}`] : [line]
}

function describeFile({ file, senderName, taken, known, refused }: ReceivedFile): string {
  if (refused) return harmlessLine(`${file}：${[refused.what, refused.why, refused.todo].filter(Boolean).join('')}`)
  return harmlessLine(`${file}：${senderName ? `${senderName}，` : ''}新收 ${taken} 条，已有 ${known} 条`)
}
