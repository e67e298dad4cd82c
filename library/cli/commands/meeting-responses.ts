import path from 'node:path'
import { type Command, Option } from 'commander'
import type { CardQuestion } from '../../meetings/responses/card-questions.ts'
import type { MaterialResponse, ReadCards, ResponsesView, TakenCards } from '../../meetings/responses/response-view.ts'
import { askService } from '../ask-service.ts'
import { columnMatch, type NamedPair, namedPair } from '../column-match.ts'
import type { GlobalOptions } from '../command-context.ts'
import { findMaterial, materialAt } from '../find-material.ts'
import { harmlessLine } from '../harmless-line.ts'

type CardType = MaterialResponse['type']
const TYPES: Readonly<Record<CardType, string>> = { needs: '需求卡', feedback: '反馈卡' }

interface ResponseOptions extends GlobalOptions {
  readonly file?: string
  readonly type?: CardType
  readonly sheet?: string
  readonly column: readonly NamedPair[]
}

/** `xinhuo meeting response`: cards from before and after a meeting, taken from a sheet or listed. */
export function addMeetingResponses(meeting: Command): void {
  meeting
    .command('response')
    .description('会前需求卡、会后反馈卡：收下表格里的；不写 --file 就列出收到的')
    .argument('<meeting>', '编号、标题，或它们的开头')
    .option('--file <sheet>', '问卷的 .xlsx 或 .csv，一行一张')
    .addOption(new Option('--type <type>', '是哪种卡片；不写时看各列的名称').choices(Object.keys(TYPES)))
    .option('--sheet <name>', '表格里的哪一张')
    .option('--column <column=question>', '哪一列是哪个问题', namedPair, [])
    .action((named: string, options: ResponseOptions) =>
      askService(options, async (client, output) => {
        const place = `${materialAt(await findMaterial(client, named))}/responses`
        const { file, type, sheet } = options
        if (file === undefined) {
          const view = await client.call<ResponsesView>('GET', place)
          const { needs, feedback, counts, met } = view
          return output.result({ needs, feedback, counts, met }, () => describeCards(view))
        }
        const asked = type === undefined ? '' : `?type=${type}`
        const first = await client.call<ReadCards>('POST', `${place}/read${asked}`, { path: path.resolve(file) })
        const read =
          sheet === undefined
            ? first
            : await client.call<ReadCards>('POST', `${place}/read/${first.upload}`, { type, sheet })
        const match = columnMatch(read.columns, options.column)
        const body = { upload: read.upload, type: read.type, sheet: read.sheet, match }
        const taken = await client.call<TakenCards>('POST', `${place}/take`, body)
        output.result(taken, () => describeTaken(taken))
      }),
    )
}

const describeTaken = ({ type, taken, known, masked, refused }: TakenCards): string =>
  [
    `收下 ${taken} 张${TYPES[type]}${known > 0 ? `，${known} 张以前收过` : ''}。`,
    ...(masked > 0 ? [`遮盖了 ${masked} 张里的个人信息。`] : []),
    ...refused.map(({ row, reason }) => `第 ${row} 行没有收：${reason}`),
  ]
    .map(harmlessLine)
    .join('\n')

function describeCards(view: ResponsesView): string {
  const lines = (['needs', 'feedback'] as const).flatMap((type) => {
    const questions = view.cards[type]
    const counts = view.counts.filter((count) => count.type === type)
    return [
      `${TYPES[type]}：${view[type].length} 张`,
      ...counts.map(({ question, label, answers }) => {
        const said = answers.map(({ value, count }) => `${textOf(questions, question, value)} ${count}`)
        return `  ${label}：${said.join('，')}`
      }),
      ...view[type].map(({ givenOn, post, answers, done }) =>
        [
          `  ${givenOn}`,
          ...(post === undefined ? [] : [post]),
          ...Object.entries(answers).map(([id, answer]) => `${askOf(questions, id)}：${textOf(questions, id, answer)}`),
          ...(done ? [`改了：${done.note}`] : []),
        ]
          .join('  ')
          .replace(/\n+/g, ' '),
      ),
    ]
  })
  return lines.map(harmlessLine).join('\n')
}

const questionOf = (questions: readonly CardQuestion[], id: string) =>
  questions.find((question) => question.id === id.replace(/-other$/, ''))

const askOf = (questions: readonly CardQuestion[], id: string) => questionOf(questions, id)?.ask ?? id

/** Ticked choices by name; words as they are. */
function textOf(questions: readonly CardQuestion[], id: string, answer: string): string {
  const choices = id.endsWith('-other') ? undefined : questionOf(questions, id)?.choices
  const nameOf = (value: string) => choices?.find((choice) => choice.value === value)?.text ?? value
  return choices ? answer.split(' ').map(nameOf).join('、') : answer
}
