import path from 'node:path'
import type { Command } from 'commander'
import type { GateFinding, GateReport } from '../../stories/gate/gate-view.ts'
import type { AddedMedia } from '../../stories/media/add-media.ts'
import type { StoryView } from '../../stories/story-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions, type Output } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { harmlessLine } from '../harmless-line.ts'
import { openGivenFile } from '../open-given-file.ts'

const BY = '由谁来办：办公室名单上的姓名；不写就是本机'

interface GateOptions extends GlobalOptions {
  readonly by?: string
}

/** `xinhuo story check|repair|overrule|attach`: what must not get out with a story, and its pictures. */
export function addStoryGate(story: Command): void {
  story
    .command('check')
    .description('发布前检查：个人信息、同意、来源、图片、涉密标志、链接和重复')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findStory(client, named, { own: true })
        tellReport(output, await client.call<GateReport>('GET', `${at(id)}/gate`))
      }),
    )
  story
    .command('repair')
    .description('一键处理检查出来的：遮盖号码，换成化名，去掉；不写哪几处，就是能处理的都处理')
    .argument('<story>', '编号、标题，或它们的开头')
    .argument('[findings...]', '哪几处：check 列出的编号，写开头几位也行')
    .option('--by <name>', BY)
    .action((named: string, findings: readonly string[], options: GateOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findStory(client, named, { own: true })
        const report = await client.call<GateReport>('GET', `${at(id)}/gate`)
        const repairable = report.findings.filter(({ repair }) => repair !== undefined && repair.type !== 'strip')
        const ids = (findings.length === 0 ? repairable : findings.map((one) => findFinding(report, one))).map(
          (finding) => finding.id,
        )
        if (ids.length > 0) {
          const body = { ids, read: report.recordSha256 }
          await client.call<StoryView>('POST', `${at(id)}/gate/repair`, body, await findPerson(client, options.by))
        }
        const after = await client.call<GateReport>('GET', `${at(id)}/gate`)
        output.result({ repaired: ids.length, ...after }, () =>
          [ids.length === 0 ? '没有可以一键处理的。' : `处理了 ${ids.length} 处。`, describeReport(after)].join('\n'),
        )
      }),
    )
  story
    .command('overrule')
    .description('放行检查出来的一处：要写明理由，会记下来，只对现在这些字有效')
    .argument('<story>', '编号、标题，或它们的开头')
    .argument('<finding>', 'check 列出的编号，写开头几位也行')
    .requiredOption('--reason <text>', '理由')
    .option('--by <name>', BY)
    .option('--withdraw', '收回以前的放行', false)
    .action(
      (
        named: string,
        finding: string,
        options: GateOptions & { readonly reason: string; readonly withdraw: boolean },
      ) =>
        askService(options, async (client, output) => {
          const { id } = await findStory(client, named, { own: true })
          const found = findFinding(await client.call<GateReport>('GET', `${at(id)}/gate`), finding)
          const { reason, withdraw } = options
          const body = { id: found.id, reason, ...(withdraw && { withdraw }) }
          const by = await findPerson(client, options.by)
          tellReport(output, await client.call<GateReport>('POST', `${at(id)}/gate/overrule`, body, by))
        }),
    )
  story
    .command('attach')
    .description('给一个故事添加图片和影音')
    .argument('<story>', '编号、标题，或它们的开头')
    .argument('<files...>', '图片、影片、录音')
    .option('--by <name>', BY)
    .action((named: string, files: readonly string[], options: GateOptions) =>
      askService(options, async (client, output) => {
        const { id } = await findStory(client, named, { own: true })
        const body = new FormData()
        for (const file of files) body.append('files', await openGivenFile(file), path.basename(file))
        const by = await findPerson(client, options.by)
        const done = await client.call<AddedMedia>('POST', `${at(id)}/media`, body, by)
        if (done.refused.length > 0) process.exitCode = 1
        output.result(done, () =>
          [
            ...done.added.map(({ name, id: mediaId }) => harmlessLine(`添加了：${name}（${mediaId}）`)),
            ...done.refused.map(({ name, reason }) => harmlessLine(`没有添加：${name}。${reason}`)),
          ].join('\n'),
        )
      }),
    )
}

const at = (id: string) => `/api/stories/${encodeURIComponent(id)}`

function findFinding({ findings }: GateReport, named: string): GateFinding {
  const found = findings.filter(({ id }) => id.startsWith(named))
  if (found.length === 1 && found[0]) return found[0]
  throw new CommandError({
    code: 'USAGE',
    what: found.length === 0 ? `检查结果里没有“${named}”。` : `有 ${found.length} 处的编号都以“${named}”开头。`,
    todo: '请先用 xinhuo story check 查看编号。',
  })
}

/** Exits with 1 while something stops the story. */
function tellReport(output: Output, report: GateReport): void {
  if (!report.passes) process.exitCode = 1
  output.result(report, () => describeReport(report))
}

function describeReport({ findings, passes }: GateReport): string {
  const lines = findings.map((finding) => harmlessLine(describeFinding(finding)))
  return [...lines, passes ? '可以发布。' : '还有必须处理的，不能发布。'].join('\n')
}

function describeFinding({ id, severity, place, says, repair, overruled }: GateFinding): string {
  const mark = overruled ? '已放行' : severity === 'must' ? '必须处理' : '请看一看'
  return [
    id.slice(0, 8),
    `［${mark}］`,
    `${place.field}：${says}`,
    place.quote === undefined ? '' : `“${place.quote.slice(0, 40)}”`,
    overruled ? `${overruled.by}：${overruled.reason}` : (repair?.says ?? ''),
  ]
    .filter(Boolean)
    .join('  ')
}
