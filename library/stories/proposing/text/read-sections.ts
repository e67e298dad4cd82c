import { findCitations } from '../../../templates/check/policies/find-citations.ts'
import type { StoryRecord } from '../../story.schema.ts'
import { type PlacedPart, type PlacedSentence, type PlacedText, sectionMarkdown } from './place-sentences.ts'
import { clausesOf, withoutEnd } from './sentences.ts'
import type { StoryReading } from './story-reading.ts'
import { type CostPart, isOnlyCost, textCost } from './text-cost.ts'
import { isOnlyEvidence, textEvidence } from './text-evidence.ts'

const LONGEST_SECTION = 18_000
const LONGEST_COST = 500
const TEXTS = ['problem', 'done', 'failed', 'result', 'caution'] as const
const COSTS: readonly CostPart[] = ['people', 'money', 'time', 'powers']

/** The sections of a story, what it cost, and how its result is known. */
export function readSections(
  reading: StoryReading,
  placed: PlacedText,
  quotes: readonly { readonly text: string; readonly by: string }[],
): Partial<StoryRecord> {
  // A sentence that is nothing but a quote stands among the quotes.
  const sentences = placed.sentences.filter((sentence) => !isOnlyQuote(sentence.text, quotes))
  const of = (part: PlacedPart) => sentences.filter((sentence) => sentence.part === part)
  for (const sentence of placed.sentences) if (!sentences.includes(sentence)) reading.use(sentence.line)

  const {
    cost,
    spare,
    moved: spent,
  } = readCost(reading, placed, of('cost'), [...of('done'), ...of('result').filter(isSpending)])
  const results = placed.sentences.filter((sentence) => sentence.part === 'result')
  const { evidence, moved: known } = readEvidence(reading, of('evidence'), results)
  const moved = new Set([...spent, ...known])
  const record: Partial<StoryRecord> = { cost, evidence }
  for (const part of TEXTS) {
    const own = sentences.filter(
      (sentence) => !moved.has(sentence) && (sentence.part === part || (part === 'done' && spare.includes(sentence))),
    )
    if (own.length === 0) continue
    const { text, left } = sectionMarkdown(own, sentences, placed.subheadings, LONGEST_SECTION)
    for (const one of left) reading.leave(one)
    record[part] = text
    const [first] = own
    const certain = own.every((sentence) => sentence.certain)
    reading.found(part, first?.text ?? '', certain ? 'certain' : 'likely', ...own.map(({ line }) => line))
  }
  const summary = of('summary')
  if (summary.length > 0) {
    const said = summary.map(({ text }) => text).join('')
    record.summary = said.slice(0, 500)
    if (said.length > 500) reading.leave(said.slice(500))
    reading.found('summary', said, 'certain', ...summary.map(({ line }) => line))
  }
  for (const { line, text } of [...of('policies'), ...of('quotes')]) {
    const isRead = findCitations(text).length > 0 || quotes.some((quote) => text.includes(quote.text))
    reading.use(line)
    if (!isRead) reading.leave(text)
  }
  return record
}

function readCost(
  reading: StoryReading,
  placed: PlacedText,
  headed: readonly PlacedSentence[],
  done: readonly PlacedSentence[],
) {
  const parts = new Map<CostPart, string[]>()
  const moved: PlacedSentence[] = []
  const spare: PlacedSentence[] = []
  const add = (part: CostPart, clauses: readonly string[], sentence: PlacedSentence) => {
    parts.set(part, [...new Set([...(parts.get(part) ?? []), ...clauses])])
    reading.found(
      `cost/${part}`,
      sentence.text,
      sentence.certain && sentence.part === 'cost' ? 'certain' : 'likely',
      sentence.line,
    )
  }
  /** A sentence that leaves its section goes whole: what says no amount stays with the amount before it. */
  const addWhole = (found: Partial<Record<CostPart, string[]>>, sentence: PlacedSentence) => {
    let last = COSTS.find((part) => found[part])
    let open: string[] = []
    for (const clause of labelledCosts(sentence.text).flatMap(clausesOf).map(withoutEnd)) {
      const part = COSTS.find((one) => found[one]?.includes(clause))
      if (part && part !== last && open.length > 0 && last) {
        add(last, [open.join('，')], sentence)
        open = []
      }
      last = part ?? last
      open.push(clause)
      for (const other of COSTS) if (other !== part && found[other]?.includes(clause)) add(other, [clause], sentence)
    }
    if (last && open.length > 0) add(last, [open.join('，')], sentence)
  }
  for (const sentence of headed) {
    const found = textCost(labelledCosts(sentence.text), true)
    if (COSTS.every((part) => !found[part])) spare.push(sentence)
    else moved.push(sentence)
    addWhole(found, sentence)
  }
  for (const sentence of done) {
    const found = textCost([sentence.text], false)
    if (isOnlyCost(sentence.text) && COSTS.some((part) => found[part])) {
      moved.push(sentence)
      addWhole(found, sentence)
    } else for (const part of COSTS) if (found[part]) add(part, found[part], sentence)
  }
  for (const { field, label, value, line } of placed.values) {
    const part = COSTS.find((one) => field === `cost/${one}`)
    if (!part) continue
    parts.set(part, [...(parts.get(part) ?? []), value])
    reading.found(`cost/${part}`, `${label}：${value}`, 'certain', line)
  }
  const cost = Object.fromEntries(
    [...parts].map(([part, clauses]) => [part, clauses.join('；').slice(0, LONGEST_COST)]),
  )
  return { cost, spare, moved }
}

/** What was spent may be told with what came of it. */
const isSpending = ({ text }: PlacedSentence) => /(?:花了|投入|用了|耗时|历时|开支)/.test(text)

/** 人力：9人；资金：38万元 are sentences of their own. */
const labelledCosts = (text: string) => text.split(/[；;]/).filter((piece) => piece !== '')

function readEvidence(reading: StoryReading, headed: readonly PlacedSentence[], result: readonly PlacedSentence[]) {
  const said = textEvidence(
    headed.map(({ text }) => text),
    true,
  )
  const meant = textEvidence(
    result.map(({ text }) => text),
    false,
  )
  const how = [...new Set([...said.how, ...meant.how])].join('；').slice(0, 2000)
  const source = headed[0] ?? result.find(({ text }) => textEvidence([text], false).how.length > 0)
  if (how !== '' && source) {
    reading.found(
      'evidence/how',
      source.text,
      headed.length > 0 ? 'certain' : 'likely',
      ...headed.map(({ line }) => line),
      source.line,
    )
  }
  const moved = result.filter(({ text }) => isOnlyEvidence(text))
  return { evidence: { how, kinds: [...new Set([...said.kinds, ...meant.kinds])] }, moved }
}

function isOnlyQuote(sentence: string, quotes: readonly { readonly text: string; readonly by: string }[]): boolean {
  const quote = quotes.find(({ text }) => sentence.includes(text))
  if (!quote) return false
  const rest = sentence
    .replace(`“${quote.text}”`, '')
    .replace(quote.by, '')
    .replace(/[\p{P}\s]/gu, '')
  return rest.length <= 8 && !/[\d一二三四五六七八九十]/.test(rest)
}
