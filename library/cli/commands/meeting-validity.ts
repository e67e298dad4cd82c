import type { Command } from 'commander'
import type { CitedChange, MaterialChanges, MaterialView } from '../../meetings/materials/material-view.ts'
import { askService, askWithExamples } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { titleOf } from '../describe-story.ts'
import { findMaterial, materialAt } from '../find-material.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'

type CiteOptions = GlobalOptions & { readonly all?: boolean; readonly cite?: readonly string[] }

const NAMED = '编号、标题，或它们的开头'

/** `xinhuo meeting changes|renew|keep`: what a material cites, when it is another now. */
export function addMeetingValidity(meeting: Command): void {
  meeting
    .command('changes')
    .description('看引用的条文、故事和演练有什么变化，新旧对照')
    .argument('<meeting>', NAMED)
    .action((named: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const changes = await changesOf(client, materialAt(await findMaterial(client, named)))
        output.result(changes, () => describeChanges(changes))
      }),
    )
  meeting
    .command('renew')
    .description('把变了的引用换成现在的内容')
    .argument('<meeting>', NAMED)
    .option('--all', '能换的全部换；看过以后决定保留的不动', false)
    .option('--cite <id...>', '只换这几处：changes 列出的编号')
    .action((named: string, options: CiteOptions) => settle('renew', '换新了', named, options))
  meeting
    .command('keep')
    .description('看过了，照原来的用；以后再变还会提醒')
    .argument('<meeting>', NAMED)
    .requiredOption('--cite <id...>', '哪几处：changes 列出的编号')
    .action((named: string, options: CiteOptions) => settle('keep', '保留了', named, options))
}

function settle(way: 'renew' | 'keep', done: string, named: string, options: CiteOptions): Promise<void> {
  return askService(options, async (client, output) => {
    const found = await findMaterial(client, named, { own: true })
    const view = await client.call<MaterialView>('GET', materialAt(found))
    const cites = options.cite ?? (await renewable(client, found, options.all === true))
    if (cites.length === 0) return output.result(view, () => `《${titleOf(view)}》没有可以换新的。`)
    const body = { cites, read: view.recordSha256 }
    const after = await client.call<MaterialView>('POST', `${materialAt(found)}/${way}`, body)
    output.result(after, () => `${done} ${cites.length} 处：${titleOf(after)}`)
  })
}

async function renewable(client: ServiceClient, found: { readonly id: string }, all: boolean): Promise<string[]> {
  if (!all) {
    throw new CommandError({
      code: 'USAGE',
      what: '请说明换哪几处。',
      todo: '用 --cite 写编号，或用 --all 换全部。编号用 xinhuo meeting changes 查看。',
    })
  }
  const { changes } = await changesOf(client, materialAt(found))
  return changes
    .filter(({ kept, after, change }) => !kept && (after !== undefined || change === 'repealed'))
    .map(({ citeId }) => citeId)
}

const changesOf = (client: ServiceClient, at: string) => client.call<MaterialChanges>('GET', `${at}/changes`)

function describeChanges({ changes, cited }: MaterialChanges): string {
  if (changes.length === 0) return cited.length === 0 ? '没有引用别的资料。' : `引用的 ${cited.length} 处都没有变化。`
  return changes.flatMap(describeChange).map(harmlessLine).join('\n')
}

const describeChange = ({ citeId, partTitle, says, before, after, kept }: CitedChange): string[] => [
  `${citeId}  ${partTitle}  ${says}${kept ? '（已看过，照原来的用）' : ''}`,
  ...linesOf('  原来：', before),
  ...(after === undefined ? [] : linesOf('  现在：', after)),
]

const linesOf = (label: string, text: string): string[] =>
  text === '' ? [] : text.split('\n').map((line, at) => `${at === 0 ? label : '        '}${line}`)
