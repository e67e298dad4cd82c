import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { ItemKind } from '../../items/item-kind.ts'
import type { SearchAnswer } from '../../search/search-view.ts'
import { CommandError, createOutput, type GlobalOptions, kinds } from '../command-context.ts'
import { openReadingClient, type ReadingClient } from '../service-client.ts'
import { usageError } from '../usage-error.ts'
import { validityName } from '../validity-name.ts'

interface SearchOptions extends GlobalOptions {
  limit: number
  kind?: ItemKind
  inForce?: boolean
  explain?: boolean
  batch?: string
}

/** `xinhuo search QUERY …` and `xinhuo search --batch FILE.jsonl --limit N` */
export function addSearchCommand(program: Command): void {
  program
    .command('search')
    .description('检索条款和段落')
    .argument('[query...]', '检索词；空格表示“并且”，"…" 是整句，-词 是排除')
    .addOption(new Option('--limit <n>', '最多几段').argParser(positive).default(10))
    .addOption(new Option('--kind <kind>', '只看一种').choices(kinds))
    .option('--in-force', '只看现行有效的')
    .option('--explain', '说明为什么找到')
    .option('--batch <file>', '逐行回答 JSONL 文件里的 {id, question}；- 是标准输入')
    .allowUnknownOption()
    .action(async (words: string[], options: SearchOptions) => {
      const query = words.map(queryWord).join(' ').trim()
      if (query === '' && options.batch === undefined) {
        throw new CommandError({ code: 'USAGE', what: '没有检索词。', todo: '例如：xinhuo search 宅基地' })
      }
      const library = await openReadingClient(options.library)
      try {
        const asked = {
          limit: String(options.limit),
          kind: options.kind,
          inForce: options.inForce ? 'true' : undefined,
          explain: options.explain ? 'true' : undefined,
        }
        if (options.batch !== undefined) await answerBatch(library, options.batch, asked)
        else {
          const found = await library.get<SearchAnswer>('/api/passages', { q: query, ...asked })
          createOutput(options.json).result(found, () => describe(found))
        }
      } finally {
        await library.close()
      }
    })
}

/** `-城镇` leaves a word out of what is found; anything else with a dash in front is a slip. */
function queryWord(word: string): string {
  if (/^--|^-[a-z]$/iu.test(word))
    throw new CommandError({ code: 'USAGE', what: usageError(`unknown option '${word}'`) })
  return word
}

/** One line in, one line out, in order. */
async function answerBatch(
  library: ReadingClient,
  file: string,
  asked: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const questions = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch((cause) => {
    throw new CommandError({ code: 'USAGE', what: '问题文件打不开。', why: file, cause })
  })
  const answers = await library.exchangeLines('/api/passages/batch', questions, asked)
  for await (const chunk of answers) process.stdout.write(chunk)
}

function describe(found: SearchAnswer): string {
  const said = (found.notices ?? []).map((notice) => `“${notice.typed}”：${notice.message}`)
  if (found.didYouMean) said.push(`您是不是要找：${found.didYouMean.query}（${found.didYouMean.why}）`)
  if (found.hits.length === 0) return [...said, '没有找到。可以换个说法，或少用几个词。'].join('\n')
  const lines = found.hits.map((hit, index) => {
    const place = [hit.title, hit.provision].filter(Boolean).join(' ')
    const why = hit.why ? `\n   ${hit.why}` : ''
    return `${index + 1}. ${place}〔${validityName(hit.validity)}〕\n   ${hit.snippet}${why}\n   xinhuo://item/${hit.itemId}${hit.anchor ? `#${hit.anchor}` : ''}`
  })
  return [...said, ...lines, `共 ${found.total} 段，${found.tookMs} 毫秒`].join('\n')
}

function positive(typed: string): number {
  const value = Number(typed)
  if (Number.isInteger(value) && value >= 1 && value <= 1000) return value
  throw new InvalidArgumentError('应是 1 到 1000 的整数。')
}
