import path from 'node:path'
import { type Command, Option } from 'commander'
import type { BasisRecord, FormPage, FormSummary, FormView } from '../../templates/forms/form-view.ts'
import { askService } from '../ask-service.ts'
import type { GlobalOptions } from '../command-context.ts'
import { harmlessLine } from '../harmless-line.ts'
import type { ServiceClient } from '../service-client.ts'
import { validityName } from '../validity-name.ts'
import { writeResultFile } from '../write-result-file.ts'

const STATES = { draft: '草稿', finished: '完成' } as const

type ListOptions = GlobalOptions & {
  readonly state?: string
  readonly query?: string
  readonly template?: string
  readonly limit: string
}

/** `xinhuo form list|show|docx|pdf|basis|copy|renew|reopen|delete|restore`: filled forms, kept as the person's own. */
export function addFormCommand(program: Command): void {
  const form = program.command('form').description('我的文书：查找、导出、复制、更新填过的文书')
  form
    .command('list')
    .description('列出文书，最近改动的在前')
    .addOption(new Option('--state <state>', '只看一种').choices(['draft', 'finished', 'discarded']))
    .option('--query <words>', '按标题、姓名、拼音首字母或编码查找')
    .option('--template <id>', '只看一个模板的')
    .option('--limit <n>', '最多列几份', '50')
    .action((options: ListOptions) =>
      askService(options, async (client, output) => {
        const { state, query: q, template, limit } = options
        const given = Object.entries({ state, q, template, limit }).filter((one): one is [string, string] => !!one[1])
        const list = await client.call<FormPage>('GET', `/api/forms?${new URLSearchParams(given)}`)
        output.result(list, () => describeList(list))
      }),
    )
  form
    .command('show')
    .description('看一份文书的内容和依据')
    .argument('<form>', '编号，或依据页上的编码')
    .action((id: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const found = await findForm(client, id)
        output.result(found, () => describe(found))
      }),
    )
  addFiles(form)
  addChanges(form)
}

function addFiles(form: Command): void {
  const kinds = [
    { name: 'docx', what: '写成 .docx 文档', file: 'docx' },
    { name: 'pdf', what: '写成 PDF', file: 'pdf' },
    { name: 'basis', what: '写出依据页（.docx）', file: 'basis.docx' },
  ] as const
  for (const { name, what, file } of kinds) {
    const command = form
      .command(name)
      .description(what)
      .argument('<form>', '编号，或依据页上的编码')
      .requiredOption('--out <file>', '要写的文件')
    if (name === 'pdf') command.option('--basis', '把依据页附在后面', false)
    command.action((id: string, options: GlobalOptions & { out: string; basis?: boolean }) =>
      askService(options, async (client, output) => {
        const found = await findForm(client, id)
        const bytes = await client.download('GET', `${at(found)}/${file}${options.basis ? '?basis=true' : ''}`)
        await writeResultFile(options.out, bytes, '文书')
        const done = { id: found.id, title: found.title, file: path.resolve(options.out), bytes: bytes.length }
        output.result(done, () => `写好了：${done.file}`)
      }),
    )
  }
}

function addChanges(form: Command): void {
  const changes = [
    { name: 'copy', what: '复制成一份新草稿，不带日期和编号', says: '复制成了草稿' },
    { name: 'renew', what: '按模板的新版本重填成一份新草稿，原来的留着', says: '按新版模板填成了草稿' },
    { name: 'reopen', what: '把完成的文书重新打开修改', says: '重新打开了' },
    { name: 'restore', what: '恢复三十天内删除的文书', says: '恢复了' },
  ] as const
  for (const { name, what, says } of changes) {
    form
      .command(name)
      .description(what)
      .argument('<form>', name === 'restore' ? '编号' : '编号，或依据页上的编码')
      .action((id: string, options: GlobalOptions) =>
        askService(options, async (client, output) => {
          const place = name === 'restore' ? `/api/forms/${encodeURIComponent(id)}` : at(await findForm(client, id))
          const made = await client.call<FormView>('POST', `${place}/${name}`)
          output.result(made, () => [`${says}：${made.title}（${made.id}）`, ...describeUnplaced(made)].join('\n'))
        }),
      )
  }
  form
    .command('delete')
    .description('删除一份文书，三十天内可以恢复')
    .argument('<form>', '编号，或依据页上的编码')
    .action((id: string, options: GlobalOptions) =>
      askService(options, async (client, output) => {
        const gone = await client.call<FormView>('DELETE', at(await findForm(client, id)))
        output.result(gone, () => `删除了：${gone.title}。三十天内可以用 xinhuo form restore ${gone.id} 恢复。`)
      }),
    )
}

const at = ({ id }: FormSummary) => `/api/forms/${encodeURIComponent(id)}`

/** A form by its id, else by the code on its basis sheet. */
function findForm(client: ServiceClient, named: string): Promise<FormView> {
  const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(named)
  return client.call<FormView>('GET', `/api/forms/${isId ? '' : 'code/'}${encodeURIComponent(named)}`)
}

function describeList({ total, forms }: FormPage): string {
  if (forms.length === 0) return '没有文书。'
  const lines = forms.map((form) =>
    harmlessLine(
      [
        form.code ?? '（草稿）',
        STATES[form.state],
        form.updatedAt.slice(0, 10),
        form.title,
        ...changes(form),
        form.id,
      ].join('  '),
    ),
  )
  return [...lines, ...(total > forms.length ? [`共 ${total} 份，用 --query 缩小范围。`] : [])].join('\n')
}

const changes = ({ templateChanged, basisChanged }: FormSummary): string[] => [
  ...(templateChanged ? ['［模板有新版］'] : []),
  ...(basisChanged ? ['［依据有变］'] : []),
]

function describe(form: FormView): string {
  const values = Object.entries(form.data).map(
    ([name, value]) => `  ${name}：${typeof value === 'object' ? `${value.length} 行` : value}`,
  )
  return [
    [form.title, STATES[form.state], form.code, ...changes(form)].filter(Boolean).join('  '),
    `模板：《${form.templateTitle}》${form.revision.slice(0, 12)}`,
    ...(form.libraryVersion === undefined ? [] : [`资料：${form.libraryVersion}`]),
    ...values,
    ...form.basis.map((basis) => `依据：${describeBasis(basis)}`),
    ...form.letStand.map(({ says }) => `保留：${says}`),
    ...describeUnplaced(form),
  ]
    .map(harmlessLine)
    .join('\n')
}

function describeBasis({ title, provision = '', validity, validityNow }: BasisRecord): string {
  const then = validity === undefined ? '资料库中没有' : validityName(validity)
  const now = validityNow !== undefined && validityNow !== validity ? `，现在${validityName(validityNow)}` : ''
  return `《${title}》${provision}（${then}${now}）`
}

const describeUnplaced = ({ renewedFrom }: FormView): string[] =>
  (renewedFrom?.unplaced ?? []).map(
    ({ title, value }) => `没有地方放：${title}：${typeof value === 'object' ? `${value.length} 行` : value}`,
  )
