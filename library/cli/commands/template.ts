import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Command } from 'commander'
import type { Finding } from '../../templates/finding.ts'
import type { ProposedTemplate, TemplateProblem, TemplateSummary, TemplateView } from '../../templates/template-view.ts'
import type { ListedFields } from '../../templates/templates.routes.ts'
import { askWithExamples } from '../ask-service.ts'
import { CommandError, type GlobalOptions, type Output } from '../command-context.ts'
import { fillOne } from '../fill-one.ts'
import { fillSheet } from '../fill-sheet.ts'
import { findTemplate } from '../find-template.ts'
import type { ServiceClient } from '../service-client.ts'
import { validityName } from '../validity-name.ts'
import { writeMade } from '../write-made.ts'

interface FillOptions extends GlobalOptions {
  readonly data?: string
  readonly out: string
  readonly pdf?: true
  readonly basis?: true
  readonly name?: string
  readonly from?: string
  readonly keep: boolean
  readonly force?: true
}

/** `xinhuo template list | fields ID | fill ID | propose FILE.docx | add FILE.docx` */
export function addTemplateCommand(program: Command): void {
  const template = program.command('template').description('文书模板：查看、填写、新建')
  template
    .command('list')
    .description('列出模板，最近用过的在前')
    .option('--topic <topic>', '只看一个主题的')
    .option('--post <post>', '只看一个岗位的')
    .option('--query <words>', '按标题、说明或拼音找')
    .action((options: GlobalOptions & { topic?: string; post?: string; query?: string }) =>
      askWithExamples(options, async (client, output) => {
        const { topic, post, query: q } = options
        const given = Object.entries({ topic, post, q }).filter((one): one is [string, string] => one[1] !== undefined)
        const found = await client.call<TemplateSummary[]>('GET', `/api/templates?${new URLSearchParams(given)}`)
        output.result(found, () => describeList(found))
      }),
    )
  template
    .command('fields')
    .description('列出一个模板要填的内容')
    .argument('<id>', '模板的编号或标题')
    .action((id: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const { itemId } = await findTemplate(client, id)
        const listed = await client.call<ListedFields>('GET', `/api/templates/${itemId}/fields`)
        const { title, fields, problems } = listed
        output.result(listed, () =>
          [
            `《${title}》${itemId}`,
            ...fields.map(({ path: at, title: name, required, description }) =>
              `${required ? '*' : ' '} ${at}${name === at.split('/').at(-1) ? '' : `（${name}）`}  ${description ?? ''}`.trimEnd(),
            ),
            ...describeProblems(problems),
          ].join('\n'),
        )
      }),
    )
  template
    .command('fill')
    .description('填写模板：一份数据填一份，一张表格每行填一份')
    .argument('<id>', '模板的编号或标题')
    .option('--data <file>', '数据：.json 填一份，.xlsx 或 .csv 每行填一份')
    .requiredOption('--out <dir>', '文书放在哪里')
    .option('--pdf', '另做一份 PDF')
    .option('--basis', '另做一页依据')
    .option('--name <pattern>', '文件名，可以写 {字段}')
    .option('--from <form>', '接着一份填过的文书，已知的内容都带过来')
    .option('--no-keep', '不在资料库里留存')
    .option('--force', '有必须改的问题也做出来')
    .action((id: string, options: FillOptions) =>
      askWithExamples(options, async (client, output) => {
        const view = await viewOf(client, id)
        const filled = await fill(client, view, options, output)
        output.result(filled, () => describeFilled(filled))
        if (filled.made === 0 || filled.failed.length > 0) process.exitCode = 1
      }),
    )
  template
    .command('propose')
    .description('看看一份 .docx 能变成怎样的模板，什么也不保存')
    .argument('<file>', '.docx 文件')
    .action((file: string, options: GlobalOptions) =>
      askWithExamples(options, async (client, output) => {
        const proposed = await propose(client, file)
        output.result(proposed, () => describeProposed(proposed))
      }),
    )
  template
    .command('add')
    .description('把一份 .docx 存成自己的模板；没有占位符时从空白处推出字段')
    .argument('<file>', '.docx 文件')
    .option('--schema <file>', '字段说明（JSON Schema）；没有就用推出来的')
    .option('--title <title>', '标题')
    .action((file: string, options: GlobalOptions & { schema?: string; title?: string }) =>
      askWithExamples(options, async (client, output) => {
        const proposed = await propose(client, file)
        const schema = options.schema === undefined ? proposed.schema : await readJson(options.schema)
        const title = options.title ?? proposed.title
        const blanks = proposed.placeholders.length === 0 ? proposed.blanks.map(({ id, name }) => ({ id, name })) : []
        const body = await documentBody(file)
        body.append('definition', JSON.stringify({ title, schema, ...(blanks.length > 0 && { blanks }) }))
        const added = await client.call<TemplateSummary>('POST', '/api/templates', body)
        output.result(added, () => `已存成模板：《${added.title}》${added.itemId}，${added.fields} 个字段。`)
      }),
    )
}

const viewOf = async (client: ServiceClient, id: string) =>
  client.call<TemplateView>('GET', `/api/templates/${(await findTemplate(client, id)).itemId}`)

interface Filled {
  readonly templateId: string
  readonly revision: string
  readonly directory: string
  readonly made: number
  readonly files: readonly string[]
  readonly failed: readonly { readonly row: number; readonly name: string; readonly reasons: readonly string[] }[]
  readonly warned: readonly { readonly row: number; readonly name: string; readonly findings: readonly Finding[] }[]
  readonly ledger?: string
  readonly findings: readonly Finding[]
  readonly seconds: number
}

async function fill(client: ServiceClient, view: TemplateView, options: FillOptions, output: Output): Promise<Filled> {
  const started = performance.now()
  const directory = path.resolve(options.out)
  if (/\.(?:xlsx|csv)$/i.test(options.data ?? '')) {
    if (options.pdf || options.basis || options.from !== undefined || options.force || !options.keep) {
      throw usage('表格批量填写时不能用 --pdf、--basis、--from、--no-keep 和 --force。')
    }
    const batch = await fillSheet(client, view.itemId, options.data ?? '', directory, options.name, output)
    const { templateId, revision, made, files, failed, warned, ledger, seconds } = batch
    return {
      templateId,
      revision,
      directory: batch.directory,
      made,
      files,
      failed,
      warned,
      ledger,
      findings: [],
      seconds,
    }
  }
  if (options.data === undefined && options.from === undefined)
    throw usage('没有数据：请用 --data 给出 .json、.xlsx 或 .csv。')
  if (options.data !== undefined && !/\.json$/i.test(options.data)) throw usage('数据文件应是 .json、.xlsx 或 .csv。')
  const { data, from, keep, name } = options
  const made = await fillOne(client, view, {
    data,
    from,
    keep,
    name,
    force: options.force === true,
    pdf: options.pdf === true,
    basis: options.basis === true,
  })
  const files = made.docx ? await writeMade(directory, made) : []
  const must = made.findings.filter(({ severity }) => severity === 'must')
  const should = made.findings.filter(({ severity }) => severity === 'should')
  return {
    templateId: view.itemId,
    revision: view.revision,
    directory,
    made: made.docx ? 1 : 0,
    files,
    failed: made.docx ? [] : [{ row: 1, name: made.name, reasons: must.map(({ says }) => says) }],
    warned: made.docx && should.length > 0 ? [{ row: 1, name: made.name, findings: should }] : [],
    findings: made.findings,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

async function documentBody(file: string): Promise<FormData> {
  const bytes = await readFile(file).catch((cause) => {
    throw new CommandError({
      code: 'USAGE',
      what: `打不开 ${path.basename(file)}。`,
      why: `找不到这个文件，或者不能读：${file}`,
      cause,
    })
  })
  const body = new FormData()
  body.append('file', new File([bytes], path.basename(file)))
  return body
}

const propose = async (client: ServiceClient, file: string) =>
  client.call<ProposedTemplate>('POST', '/api/templates/propose', await documentBody(file))

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse((await readFile(file, 'utf8')).replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new CommandError({ code: 'USAGE', what: `${path.basename(file)} 打不开，或不是完整的 JSON。`, cause })
  }
}

const usage = (what: string) => new CommandError({ code: 'USAGE', what })

function describeList(found: readonly TemplateSummary[]): string {
  if (found.length === 0) return '没有找到模板。'
  return found
    .map(({ itemId, title, validity, fields, lastUsed }) => {
      const used = lastUsed ? `，上次用于 ${lastUsed.at.slice(0, 10)}${lastUsed.changed ? '，之后改过' : ''}` : ''
      return `《${title}》${validity === 'in-force' ? '' : `〔${validityName(validity)}〕`} ${itemId}（${fields} 个字段${used}）`
    })
    .join('\n')
}

function describeProblems(problems: readonly TemplateProblem[]): string[] {
  return problems.map(({ part, paragraph, says }) => {
    const place = [part, paragraph === undefined ? '' : `第${paragraph}段`].filter(Boolean).join('')
    return `  注意${place && `（${place}）`}：${says}`
  })
}

function describeProposed({ title, schema, blanks, placeholders, problems }: ProposedTemplate): string {
  const fields = Object.entries(schema.properties)
  const inferred = placeholders.length === 0 && blanks.length > 0
  return [
    `《${title}》：${fields.length} 个字段${inferred ? '，从空白处推出' : ''}。`,
    ...fields.map(
      ([name, field]) =>
        `  ${[name, ('format' in field && field.format) || field.type, field['x-meaning']].filter(Boolean).join('  ')}`,
    ),
    ...describeProblems(problems),
  ].join('\n')
}

function describeFilled({ directory, made, files, failed, warned, ledger, findings, seconds }: Filled): string {
  const lines =
    files.length === 1 && made === 1
      ? [`已做好：${path.join(directory, files[0] ?? '')}`]
      : [`做好 ${made} 份，没有做 ${failed.length} 份（${seconds} 秒），放在 ${directory}`]
  if (ledger) lines.push(`台账：${ledger}`)
  for (const { row, name, reasons } of failed) {
    lines.push(
      ...reasons.map((reason) => `  ${failed.length === 1 && made === 0 ? name : `第${row}行 ${name}`}：${reason}`),
    )
  }
  if (failed.length === 0) lines.push(...findings.map(({ says }) => `  请看一看：${says}`))
  else if (warned.length > 0) lines.push(`另有 ${warned.length} 份做好了，但请看一看。`)
  return lines.join('\n')
}
