import path from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import type { Command } from 'commander'
import type { StoryProposal, StoryProposals } from '../../stories/proposing/proposal-view.ts'
import type { StorySummary, StoryView } from '../../stories/story-view.ts'
import { askService } from '../ask-service.ts'
import { CommandError, type GlobalOptions, type Output } from '../command-context.ts'
import { findPerson } from '../find-person.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'

interface ImportOptions extends GlobalOptions {
  readonly keep: boolean
  readonly alsoAlike: boolean
  readonly by?: string
}

/** What `xinhuo story import --keep --json` prints. */
interface KeptImport {
  readonly kept: readonly StorySummary[]
  /** Not kept, since a story that is here says nearly the same. */
  readonly alike: readonly Pick<StoryProposal, 'file' | 'row' | 'like'>[]
  readonly skipped: StoryProposals['skipped']
}

/** `xinhuo story import PATH…`: stories that were written before, read into proposals or drafts. */
export function addStoryImport(story: Command): void {
  story
    .command('import')
    .description('读入写好的故事：.docx、.doc、.pdf、.md、.txt、.html、.xlsx、.csv，文件夹，或 - 表示从标准输入读文字')
    .argument('<path...>', '文件或文件夹')
    .option('--keep', '读出来的都留成草稿；不写就只看', false)
    .option('--also-alike', '和已有故事几乎一样的也留', false)
    .option('--by <name>', '由谁来办：办公室名单上的姓名；不写就是本机')
    .action((paths: string[], options: ImportOptions) =>
      askService(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        if (paths.includes('-')) return importNotes(client, output, options.keep, person)
        const read = await readPaths(client, paths, output)
        try {
          if (!options.keep) return output.result(read, () => describeProposals(read))
          const kept = await keepAll(client, read, options.alsoAlike, person)
          output.result(kept, () => describeKept(kept))
        } finally {
          // Nothing of it is needed any more, and it may hold what is not for others.
          await client.call('DELETE', at(read.upload)).catch(() => undefined)
        }
      }),
    )
}

async function readPaths(client: ServiceClient, paths: readonly string[], output: Output): Promise<StoryProposals> {
  const body = { paths: paths.map((one) => path.resolve(one)) }
  const job = await client.run<'propose-stories'>('/api/story-proposals', body, output)
  if (!job.result)
    throw new CommandError({ code: 'JOB_FAILED', what: '没有读完，什么也没有留下。', todo: '再运行一次即可。' })
  return client.call<StoryProposals>('GET', at(job.result.upload))
}

async function keepAll(
  client: ServiceClient,
  { upload, proposals, skipped }: StoryProposals,
  alsoAlike: boolean,
  person: string | undefined,
): Promise<KeptImport> {
  const chosen = proposals.filter(({ like }) => alsoAlike || !like)
  const stories = chosen.map(({ id, record }) => ({ id, record }))
  const kept =
    stories.length === 0 ? [] : await client.call<StorySummary[]>('POST', `${at(upload)}/keep`, { stories }, person)
  const alike = proposals
    .filter((one) => !chosen.includes(one))
    .map(({ file, row, like }) => ({ file, ...(row !== undefined && { row }), like }))
  return { kept, alike, skipped }
}

async function importNotes(
  client: ServiceClient,
  output: Output,
  keep: boolean,
  person: string | undefined,
): Promise<void> {
  const proposal = await client.call<StoryProposal>('POST', '/api/story-proposals/text', {
    text: await readAll(process.stdin),
  })
  if (!keep) return output.result(proposal, () => describeProposal(proposal).join('\n'))
  const made = await client.call<StoryView>('POST', '/api/stories', { record: proposal.record }, person)
  output.result(made, () => `留成了草稿：${titleOf(made)}（${made.id}）`)
}

const at = (upload: string) => `/api/story-proposals/${upload}`
const titleOf = ({ title }: { readonly title: string }) => harmlessLine(title) || '（没有标题）'
const placeOf = ({ file, row }: Pick<StoryProposal, 'file' | 'row'>) =>
  row === undefined ? file : `${file} 第 ${row} 行`

function describeProposals({ proposals, skipped }: StoryProposals): string {
  const read = proposals.flatMap((proposal) => [...describeProposal(proposal), ''])
  const hint = proposals.length === 0 ? [] : [`读出 ${proposals.length} 个故事，还没有留下；加 --keep 留成草稿。`]
  return [...read, ...describeSkipped(skipped), ...hint].map(harmlessLine).join('\n') || '没有读出故事。'
}

function describeProposal(proposal: StoryProposal): string[] {
  const { record, left, warnings, like } = proposal
  const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}……` : text)
  const rows: [string, string][] = [
    ['地方', record.places.join('、')],
    ['时间', [record.happenedFrom, record.happenedTo].filter(Boolean).join(' 至 ')],
    ['人物', record.people.map(({ name, post }) => (post === undefined ? name : `${name}（${post}）`)).join('、')],
    ['主题', [...record.themes, ...record.topics].join('、')],
    ['什么情况', record.problem],
    ['做了什么', record.done],
    ['花了多少', Object.values(record.cost).filter(Boolean).join('；')],
    ['哪里没做好', record.failed],
    ['结果怎么样', record.result],
    ['怎么知道的', record.evidence.how],
    ['不要照搬', record.caution],
    ['依据', record.policies.map(({ title, provision }) => `《${title}》${provision ?? ''}`).join('、')],
    ['图片', record.media.length === 0 ? '' : `${record.media.length} 张`],
    ['没有放进去的', left.join('／')],
  ]
  return [
    `${titleOf(record)}${proposal.file === '' ? '' : `  ${placeOf(proposal)}`}`,
    ...rows
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `  ${name}：${short(value.replace(/\n+/g, ' '))}`),
    ...warnings.map((warning) => `  注意：${warning}`),
    ...(like ? [`  和已有的“${like.title}”有 ${Math.round(like.likeness * 100)}% 一样。`] : []),
  ].map(harmlessLine)
}

const describeSkipped = (skipped: StoryProposals['skipped']): string[] =>
  skipped.map(({ file, reason }) => `跳过 ${file}：${reason}`)

function describeKept({ kept, alike, skipped }: KeptImport): string {
  return [
    ...kept.map((story) => `留成了草稿：${titleOf(story)}（${story.id}）`),
    ...alike.map(
      (one) => `没有留：${placeOf(one)}，和已有的“${one.like?.title ?? ''}”几乎一样；要留请加 --also-alike。`,
    ),
    ...describeSkipped(skipped),
  ]
    .map(harmlessLine)
    .join('\n')
}
