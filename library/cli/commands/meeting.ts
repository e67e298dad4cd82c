import { type Command, Option } from 'commander'
import type { MaterialPage, MaterialView } from '../../meetings/materials/material-view.ts'
import { askService, askWithExamples } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { describeMaterial, describeMaterials, KIND_NAMES, TYPE_NAMES } from '../describe-material.ts'
import { titleOf } from '../describe-story.ts'
import { findMaterial, materialAt } from '../find-material.ts'
import { readJsonObject } from '../read-json-object.ts'
import { addMeetingExport } from './meeting-export.ts'
import { addMeetingResponses } from './meeting-responses.ts'
import { addMeetingShare } from './meeting-share.ts'
import { addMeetingValidity } from './meeting-validity.ts'

const NAMED = '编号、标题，或它们的开头'

/** `xinhuo meeting …`: meetings, drills, step-by-step guides and learning paths, and all that is made of them. */
export function addMeetingCommand(program: Command): void {
  const meeting = program.command('meeting').description('会议：提纲、情景演练、操作指南、学习路径')
  addReading(meeting)
  addWriting(meeting)
  addMeetingValidity(meeting)
  addMeetingExport(meeting)
  addMeetingShare(meeting)
  addMeetingResponses(meeting)
}

type ListOptions = GlobalOptions & Readonly<Record<string, string | boolean>>
type NewOptions = GlobalOptions & Readonly<Partial<Record<'kind' | 'type' | 'from' | 'data' | 'title', string>>>

function addReading(meeting: Command): void {
  meeting
    .command('list')
    .description('列出会议资料，自己的在前，最近改动的在前')
    .addOption(new Option('--type <type>', '只看一类').choices(Object.keys(TYPE_NAMES)))
    .addOption(new Option('--kind <kind>', '只看一种会议').choices(Object.keys(KIND_NAMES)))
    .option('--query <words>', '按标题、主题、地方、拼音首字母查找')
    .option('--own', '只看这里做的')
    .option('--changed', '只看引用的内容有变化的')
    .option('--discarded', '只看已删除的')
    .option('--post <post>', '只看给一个岗位的')
    .option('--topic <topic>', '只看一个主题词的')
    .option('--level <level>', '只看给一级培训的：beginner、intermediate、advanced')
    .option('--limit <n>', '最多列几份', '50')
    .action((options: ListOptions) =>
      askWithExamples(options, async (client, output) => {
        const { query, library: _, json: __, ...rest } = options
        const given = Object.entries({ q: query, ...rest }).filter(([, value]) => value !== undefined)
        const asked = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))
        const page = await client.call<MaterialPage>('GET', `/api/materials?${asked}`)
        output.result(page, () => describeMaterials(page))
      }),
    )
  meeting
    .command('show')
    .description('看一份会议资料的提纲')
    .argument('<meeting>', NAMED)
    .action((named: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const view = await client.call<MaterialView>('GET', materialAt(await findMaterial(client, named)))
        output.result(view, () => describeMaterial(view))
      }),
    )
}

function addWriting(meeting: Command): void {
  meeting
    .command('new')
    .description('开始一份新的：从一种会议的现成提纲，照着已有的一份，或从文件')
    .addOption(new Option('--kind <kind>', '哪种会议').choices(Object.keys(KIND_NAMES)))
    .addOption(new Option('--type <type>', '哪一类').choices(Object.keys(TYPE_NAMES)))
    .option('--from <meeting>', '照着已有的一份：它的编号、标题，或它们的开头')
    .option('--data <file>', '内容（JSON）')
    .option('--title <title>', '标题')
    .action((options: NewOptions) =>
      askWithExamples(options, async (client, output) => {
        const { kind, type = 'meeting', from, data, title } = options
        const made = await client.call<MaterialView>('POST', '/api/materials', await newBody())
        const named = from === undefined || title === undefined ? made : await retitled(made, title)
        output.result(named, () => `记下了：${titleOf(named)}（${named.id}）`)

        async function newBody(): Promise<object> {
          if (from !== undefined) return { from: (await findMaterial(client, from)).id }
          if (data === undefined) return { type, kind: type === 'meeting' ? (kind ?? 'regular') : undefined, title }
          const read = await readJsonObject(data, '会议资料')
          return { record: { type, format: 1, title: '', ...read, ...(title !== undefined && { title }) } }
        }
        function retitled({ id, record, recordSha256 }: MaterialView, to: string): Promise<MaterialView> {
          return client.call('PUT', materialAt({ id }), { record: { ...record, title: to }, read: recordSha256 })
        }
      }),
    )
  meeting
    .command('edit')
    .description('用文件里的内容改一份；文件里没有写的照旧')
    .argument('<meeting>', NAMED)
    .requiredOption('--data <file>', '要改的内容（JSON）')
    .action((named: string, options: GlobalOptions & { readonly data: string }) =>
      askService(options, async (client, output) => {
        const change = await readJsonObject(options.data, '会议资料')
        const before = await client.call<MaterialView>(
          'GET',
          materialAt(await findMaterial(client, named, { own: true })),
        )
        const body = { record: { ...before.record, ...change }, read: before.recordSha256 }
        const after = await client.call<MaterialView>('PUT', materialAt(before), body)
        output.result(after, () => `保存了：${titleOf(after)}`)
      }),
    )
  meeting
    .command('delete')
    .description('删除一份，三十天内可以恢复')
    .argument('<meeting>', NAMED)
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const found = await findMaterial(client, named, { own: true })
        const gone = await client.call<{ discarded: string; title: string }>('DELETE', materialAt(found))
        output.result(gone, () => `删除了：${titleOf(found)}。三十天内可以用 xinhuo meeting restore ${found.id} 恢复。`)
      }),
    )
  meeting
    .command('restore')
    .description('恢复三十天内删除的一份')
    .argument('<meeting>', NAMED)
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const found = await findMaterial(client, named, { discarded: true })
        const back = await client.call<MaterialView>('POST', `${materialAt(found)}/restore`)
        output.result(back, () => `恢复了：${titleOf(back)}`)
      }),
    )
  meeting
    .command('publish')
    .description('存入资料库，成为一件资料：能检索到，能随频道发出去；再存一次就是新版本')
    .argument('<meeting>', NAMED)
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const found = await findMaterial(client, named, { own: true })
        const made = await client.call<MaterialView>('POST', `${materialAt(found)}/item`)
        output.result(made, () => `存入资料库了：${titleOf(made)}（${made.itemId ?? made.id}）`)
      }),
    )
}
