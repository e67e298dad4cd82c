import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { ItemKind } from '../../items/item-kind.ts'
import { answerPassages } from '../../search/search-answer.ts'
import type { SearchFilters } from '../../search/search-query.ts'
import type { SearchAnswer } from '../../search/search-view.ts'
import { openReading } from '../../service/open-reading.ts'
import { CommandError, createOutput, type GlobalOptions } from '../command-context.ts'
import { validityName } from '../validity-name.ts'

interface SearchOptions extends GlobalOptions {
  limit: number
  kind?: ItemKind
  inForce?: boolean
  explain?: boolean
  batch?: string
}

const BatchLine = z.object({ id: z.union([z.string(), z.number()]), question: z.string() })

/** `xinhuo search QUERY …` and `xinhuo search --batch FILE.jsonl --limit N` */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('检索条款和段落')
    .argument('[query...]', '检索词；空格表示“并且”，"…" 是整句，-词 是排除')
    .addOption(new Option('--limit <n>', '最多几段').argParser(positive).default(10))
    .addOption(new Option('--kind <kind>', '只看一种').choices(ItemKind.options))
    .option('--in-force', '只看现行有效的')
    .option('--explain', '说明为什么找到')
    .option('--batch <file>', '逐行回答 JSONL 文件里的 {id, question}')
    .action(async (words: string[], options: SearchOptions) => {
      const query = words.join(' ')
      if (query === '' && options.batch === undefined) {
        throw new CommandError({ code: 'USAGE', what: '没有检索词。', todo: '例如：xinhuo search 宅基地' })
      }
      const library = await openReading(options.library)
      const filters: SearchFilters = {
        ...(options.kind && { kinds: [options.kind] }),
        ...(options.inForce && { validities: ['in-force'] }),
      }
      const answer = (typed: string) => answerPassages(library.search, typed, filters, options)
      try {
        if (options.batch === undefined) {
          const found = answer(query)
          createOutput(options.json).result(found, () => describe(found))
        } else {
          await answerBatch(options.batch, answer)
        }
      } finally {
        await library.close()
      }
    })
}

/** One line in, one line out, in order. */
async function answerBatch(file: string, answer: (typed: string) => SearchAnswer): Promise<void> {
  const output = createOutput(true)
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) {
    number += 1
    if (line.trim() === '') continue
    const { id, question } = parseLine(line, file, number)
    const { tookMs, hits } = answer(question)
    output.line(JSON.stringify({ id, tookMs, hits }))
  }
}

function parseLine(line: string, file: string, number: number): z.infer<typeof BatchLine> {
  try {
    return BatchLine.parse(JSON.parse(line))
  } catch (cause) {
    throw new CommandError({
      code: 'USAGE',
      what: `${file} 第 ${number} 行读不懂。`,
      todo: '每行应是 {"id": …, "question": "…"}。',
      cause,
    })
  }
}

function describe(found: SearchAnswer): string {
  if (found.hits.length === 0) return '没有找到。可以换个说法，或少用几个词。'
  const lines = found.hits.map((hit, index) => {
    const place = [hit.title, hit.provision].filter(Boolean).join(' ')
    const why = hit.why ? `\n   因：${hit.why}` : ''
    return `${index + 1}. ${place}〔${validityName(hit.validity)}〕\n   ${hit.snippet}${why}\n   xinhuo://item/${hit.itemId}${hit.anchor ? `#${hit.anchor}` : ''}`
  })
  return [...lines, `共 ${found.total} 段，${found.tookMs} 毫秒`].join('\n')
}

function positive(text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value
  throw new InvalidArgumentError('应是 1 到 1000 的整数。')
}
