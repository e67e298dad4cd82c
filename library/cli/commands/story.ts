import path from 'node:path'
import { type Command, Option } from 'commander'
import type { ProvDocument } from '../../stories/prov-document.ts'
import type { StoryRecord } from '../../stories/story.schema.ts'
import type { ShownStory, StoryPage, StoryView } from '../../stories/story-view.ts'
import { askService, askWithExamples } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { describeMissing, describePage, describeShown, describeStory, STATE_NAMES, titleOf } from '../describe-story.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { readJsonObject } from '../read-json-object.ts'
import { SETTABLE, setField } from '../set-field.ts'
import { writeResultFile } from '../write-result-file.ts'
import { addStoryGate } from './story-gate.ts'
import { addStoryImport } from './story-import.ts'
import { addStoryOffice } from './story-office.ts'
import { addStoryResponses } from './story-responses.ts'
import { addStorySlips } from './story-slips.ts'
import { addStorySteps, describeStep, takeStoryStep } from './story-steps.ts'
import { addStoryTasks } from './story-tasks.ts'

/** `xinhuo story …`: telling stories, and all that is done with them. */
export function addStoryCommand(program: Command): void {
  const story = program.command('story').description('故事：讲述、查找、核实、审定、发布')
  addReading(story)
  addProvenance(story)
  addWriting(story)
  addStorySteps(story)
  addStoryTasks(story)
  addStoryGate(story)
  addStoryOffice(story)
  addStorySlips(story)
  addStoryImport(story)
  addStoryResponses(story)
}

const BY = '由谁来办：办公室名单上的姓名；不写就是本机'

type NewOptions = GlobalOptions & Readonly<Partial<Record<'data' | 'title' | 'from' | 'by', string>>>
type ListOptions = GlobalOptions & Readonly<Record<string, string>> & { readonly own: boolean }

function addReading(story: Command): void {
  story
    .command('list')
    .description('列出故事，最近改动的在前')
    .option('--query <words>', '按标题、人名、地名、拼音首字母查找')
    .addOption(new Option('--state <state>', '只看一种').choices([...Object.keys(STATE_NAMES), 'in-work', 'discarded']))
    .option('--own', '只看这里写的', false)
    .option('--theme <theme>', '只看一个主题的')
    .option('--topic <topic>', '只看一个主题词的')
    .option('--post <post>', '只看一个岗位的')
    .option('--place <place>', '只看一个地方的')
    .option('--group <group>', '只看讲到一类人的')
    .option('--policy <id>', '只看用到一件政策的')
    .option('--anchor <provision>', '和 --policy 一起：只看用到这一条的')
    .option('--from <date>', '从什么时候起的事，如 2024 或 2024-06')
    .option('--until <date>', '到什么时候为止的事')
    .addOption(new Option('--sort <order>', '排列').choices(['updated', 'published', 'title']))
    .option('--limit <n>', '最多列几个', '50')
    .action((options: ListOptions) =>
      askWithExamples(options, async (client, output) => {
        const { query, own, library: _, json: __, ...rest } = options
        const given = Object.entries({ q: query, own: own ? 'true' : undefined, ...rest })
        const asked = given.filter((one): one is [string, string] => one[1] !== undefined)
        const page = await client.call<StoryPage>('GET', `/api/stories?${new URLSearchParams(asked)}`)
        output.result(page, () => describePage(page))
      }),
    )
  story
    .command('show')
    .description('看一个故事')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const found = await findStory(client, named)
        if (!found.own) {
          const shown = await client.call<ShownStory>('GET', `/api/stories/shown/${encodeURIComponent(found.id)}`)
          return output.result({ ...found, ...shown }, () => describeShown(shown))
        }
        const view = await client.call<StoryView>('GET', at(found))
        output.result(view, () => describeStory(view))
      }),
    )
  story
    .command('preview')
    .description('看一个故事发布以后读者看到的样子：不便见报的名字已经换掉')
    .argument('<story>', '编号、标题，或它们的开头')
    .action((named: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const found = await findStory(client, named, { own: true })
        const shown = await client.call<ShownStory>('GET', `${at(found)}/preview`)
        output.result(shown, () => describeShown(shown))
      }),
    )
}

function addProvenance(story: Command): void {
  story
    .command('provenance')
    .description('写出一个故事的来历：来源、经手的人、每一稿的指纹（W3C PROV-JSON）')
    .argument('<story>', '编号、标题，或它们的开头')
    .option('--out <file>', '要写的文件；不写就打印出来')
    .action((named: string, options: GlobalOptions & { readonly out?: string }) =>
      askService(options, async (client, output) => {
        const found = await findStory(client, named, { own: true })
        const prov = await client.call<ProvDocument>('GET', `${at(found)}/provenance`)
        const text = JSON.stringify(prov, null, 2)
        if (options.out === undefined) return output.result(prov, () => text)
        await writeResultFile(options.out, Buffer.from(`${text}\n`), '故事的来历')
        const file = path.resolve(options.out)
        output.result({ id: found.id, file }, () => `写好了：${file}`)
      }),
    )
}

function addWriting(story: Command): void {
  story
    .command('new')
    .description('开始一个故事，成为草稿')
    .option('--data <file>', '故事的内容（JSON）')
    .option('--title <title>', '标题')
    .option('--from <story>', '照着一个已有的故事写：它的编号、标题，或它们的开头')
    .option('--by <name>', BY)
    .action((options: NewOptions) =>
      askService(options, async (client, output) => {
        const read = options.data === undefined ? {} : await readRecord(options.data)
        const record = { ...read, ...(options.title !== undefined && { title: options.title }) }
        const from = options.from === undefined ? undefined : (await findStory(client, options.from)).id
        const by = await findPerson(client, options.by)
        const made = await client.call<StoryView>('POST', '/api/stories', { record, ...(from && { from }) }, by)
        output.result(made, () => `记下了：${titleOf(made)}（${made.id}）\n${describeMissing(made)}`)
      }),
    )
  story
    .command('edit')
    .description('用文件里的内容改一个故事；文件里没有写的照旧')
    .argument('<story>', '编号、标题，或它们的开头')
    .requiredOption('--data <file>', '要改的内容（JSON）')
    .option('--by <name>', BY)
    .action((named: string, options: GlobalOptions & { readonly data: string; readonly by?: string }) =>
      askService(options, async (client, output) => {
        const change = await readRecord(options.data)
        const before = await client.call<StoryView>('GET', at(await findStory(client, named, { own: true })))
        const body = { record: { ...before.record, ...change }, read: before.recordSha256 }
        const after = await client.call<StoryView>('PUT', at(before), body, await findPerson(client, options.by))
        output.result(after, () => `保存了：${titleOf(after)}\n${describeMissing(after)}`)
      }),
    )
  story
    .command('set')
    .description('改一个故事的一项，如标题、地方、结果')
    .argument('<story>', '编号、标题，或它们的开头')
    .argument('<field>', `哪一项：${SETTABLE.join('、')}`)
    .argument('<value>', '内容；几个主题、岗位或地方之间用顿号；空的清空')
    .option('--by <name>', BY)
    .action((named: string, field: string, value: string, options: GlobalOptions & { readonly by?: string }) =>
      askService(options, async (client, output) => {
        const before = await client.call<StoryView>('GET', at(await findStory(client, named, { own: true })))
        const body = { record: setField(before.record, field, value), read: before.recordSha256 }
        const after = await client.call<StoryView>('PUT', at(before), body, await findPerson(client, options.by))
        output.result(after, () => `保存了：${titleOf(after)}\n${describeMissing(after)}`)
      }),
    )
  story
    .command('delete')
    .description('删除一个没有发布过的故事，三十天内可以恢复')
    .argument('<story>', '编号、标题，或它们的开头')
    .option('--by <name>', BY)
    .action((named: string, options: GlobalOptions & { readonly by?: string }) =>
      askService(options, async (client, output) => {
        const found = await findStory(client, named, { own: true })
        const gone = await client.call<{ discarded: string; title: string }>(
          'DELETE',
          at(found),
          undefined,
          await findPerson(client, options.by),
        )
        output.result(gone, () => `删除了：${titleOf(found)}。三十天内可以用 xinhuo story restore ${found.id} 恢复。`)
      }),
    )
  story
    .command('restore')
    .description('恢复三十天内删除的故事，或让退役的故事回到读者面前')
    .argument('<story>', '编号、标题，或它们的开头')
    .option('--by <name>', BY)
    .option('--reason <text>', '理由')
    .action((named: string, options: GlobalOptions & { readonly by?: string; readonly reason?: string }) =>
      askService(options, async (client, output) => {
        const found = await findStory(client, named, { own: true, state: 'discarded' }).catch(() => undefined)
        if (found === undefined) {
          const shown = await takeStoryStep(client, named, 'restore', options)
          return output.result(shown, () => describeStep(shown, 'restore'))
        }
        const back = await client.call<StoryView>(
          'POST',
          `${at(found)}/restore`,
          undefined,
          await findPerson(client, options.by),
        )
        output.result(back, () => `恢复了：${titleOf(back)}`)
      }),
    )
}

const at = ({ id }: { readonly id: string }) => `/api/stories/${encodeURIComponent(id)}`

const readRecord = async (file: string) => (await readJsonObject(file, '故事')) as Partial<StoryRecord>
