import path from 'node:path'
import type { Command } from 'commander'
import type { BalanceView, FeedBuild, FeedView, SiteVerification } from '../../feeds/feed-view.ts'
import { askWithExamples } from '../ask-service.ts'
import { CommandError, type GlobalOptions } from '../command-context.ts'
import { describeBalance, describeBuild, describeVerification } from '../describe-feed.ts'
import { findFeed } from '../find-feed.ts'
import { findPerson } from '../find-person.ts'
import { findStory } from '../find-story.ts'
import { writeResultFile } from '../write-result-file.ts'

/**
 * `xinhuo feed balance|build|verify|booklet|poster|card|account`.
 * @param argument what names a column, for the help
 */
export function addFeedOutputs(feed: Command, argument: string): void {
  addBalance(feed, argument)
  addBuild(feed, argument)
  addPrints(feed, argument)
}

type BalanceOptions = GlobalOptions & { readonly feed?: string; readonly from?: string; readonly until?: string }

function addBalance(feed: Command, argument: string): void {
  feed
    .command('balance')
    .description('看谁被讲到了，谁还没有')
    .option('--feed <feed>', `只看一个专栏（${argument}）；不写时看全部发布的`)
    .option('--from <day>', '从哪天起，如 2026-01-01')
    .option('--until <day>', '到哪天为止')
    .action((options: BalanceOptions) =>
      askWithExamples(options, async (client, output) => {
        const id = options.feed === undefined ? undefined : (await findFeed(client, options.feed)).id
        const given = Object.entries({ feed: id, from: options.from, until: options.until })
        const asked = given.filter((one): one is [string, string] => one[1] !== undefined)
        const view = await client.call<BalanceView>('GET', `/api/feeds/balance?${new URLSearchParams(asked)}`)
        output.result(view, () => describeBalance(view))
      }),
    )
}

function addBuild(feed: Command, argument: string): void {
  feed
    .command('build')
    .description('把专栏生成到一个文件夹：网页和各种订阅；还没有出过刊时先出第一期')
    .argument('<feed>', argument)
    .requiredOption('--out <dir>', '空的文件夹，或以前生成过这个专栏的')
    .option('--by <person>', '谁来办，写姓名；会记下来')
    .action((named: string, options: GlobalOptions & { readonly out: string; readonly by?: string }) =>
      askWithExamples(options, async (client, output) => {
        const person = await findPerson(client, options.by)
        const found = await findFeed(client, named)
        const at = `/api/feeds/${encodeURIComponent(found.id)}`
        if (found.issue === 0) {
          const { issue, title } = await client.call<FeedView>('POST', `${at}/issues`, {}, person)
          output.note(`出了第 ${issue} 期：${title}。`)
        }
        const job = await client.run<'build-feed'>(`${at}/build`, { directory: path.resolve(options.out) }, output)
        if (job.result) output.result(job.result, () => describeBuild(job.result as FeedBuild))
        else output.result({ state: job.state }, () => '没有生成完，以前发布的没有改动。')
      }),
    )
  feed
    .command('verify')
    .description('核对生成的专栏：是谁发布的，有没有被改动')
    .argument('<dir>', '文件夹，或它的压缩包')
    .action((dir: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const body = { directory: path.resolve(dir) }
        const found = await client.call<SiteVerification>('POST', '/api/feeds/verify', body)
        output.result(found, () => describeVerification(found))
        if (found.wrong.length > 0) process.exitCode = 1
      }),
    )
}

type PrintOptions = GlobalOptions & { readonly out: string; readonly issue?: string; readonly story?: string }

function addPrints(feed: Command, argument: string): void {
  const prints = [
    { name: 'booklet', what: '写成小册子', says: '.docx 或 .pdf', files: ['docx', 'pdf'] },
    { name: 'poster', what: '写成公开栏的 A3 张贴画', says: '.pdf', files: ['pdf'] },
    { name: 'card', what: '写成读者评一评的卡片', says: '.docx 或 .pdf', files: ['docx', 'pdf'] },
    { name: 'account', what: '写成可以粘贴到公众号的网页', says: '.html', files: ['html'] },
  ] as const
  for (const { name, what, says, files } of prints) {
    const command = feed
      .command(name)
      .description(what)
      .argument('<feed>', argument)
      .requiredOption('--out <file>', `要写的文件，${says}`)
    if (name === 'poster') command.requiredOption('--story <story>', '登过的哪个故事')
    else command.option('--issue <n>', '第几期；不写时是最新一期')
    command.action((named: string, options: PrintOptions) =>
      askWithExamples(options, async (client, output) => {
        const wanted = path.extname(options.out).slice(1).toLowerCase()
        const isKnown = (files as readonly string[]).includes(wanted)
        if (!isKnown && wanted !== '') {
          const what = `没有写：不能写成 .${wanted}。`
          throw new CommandError({ code: 'USAGE', what, todo: `请把 --out 的文件名写成 ${says}。` })
        }
        const { id, title } = await findFeed(client, named)
        const story = options.story === undefined ? undefined : (await findStory(client, options.story)).id
        const given = Object.entries({ issue: options.issue, story })
        const asked = given.filter((one): one is [string, string] => one[1] !== undefined)
        const file = isKnown ? wanted : files[0]
        const place = `/api/feeds/${encodeURIComponent(id)}/${name}.${file}?${new URLSearchParams(asked)}`
        const bytes = await client.download('GET', place)
        await writeResultFile(options.out, bytes, '专栏')
        const done = { feed: id, title, file: path.resolve(options.out), bytes: bytes.length }
        output.result(done, () => `写好了：${done.file}`)
      }),
    )
  }
}
