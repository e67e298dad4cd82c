import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import type { FusionWeights } from '../library/search/meaning/rank-fusion.ts'
import { readAnsweredQuestions } from './train/answered-questions.ts'
import { compactModel } from './train/compact-model.ts'
import type { Embedding } from './train/embedding.ts'
import {
  answerUnseen,
  answerUntaught,
  FUSION,
  fusionLessons,
  measureFused,
  measureMeaning,
  measureSum,
  measureWords,
  type UnseenAnswers,
} from './train/measure-folds.ts'
import { ModelCache } from './train/model-cache.ts'
import { type Prepared, prepareTraining } from './train/prepare.ts'
import { type QualityRow, qualityMarkdown } from './train/quality-table.ts'
import { AskedModel } from './train/question-candidates.ts'
import { measureStarter } from './train/starter-questions.ts'
import { trainBase } from './train/train-base.ts'
import { trainFusion } from './train/train-fusion.ts'
import { type AnsweredQuestion, trainOnQuestions } from './train/train-on-questions.ts'
import { associationModelBytes } from './train/write-association-model.ts'

const PROJECT = path.resolve(import.meta.dirname, '..')
const DIMENSIONS = 128
/** Batches: about five minutes for the texts and one for the questions, on one core. */
const BASE_STEPS = 7000
const QUESTION_STEPS = 1000

export interface TrainingOptions {
  /** A folder with `laws/` and `questions.train.jsonl`. */
  readonly corpus: string
  readonly say: (line: string) => void
}

/** What was read, the model of the texts alone, and the questions. */
interface Trained {
  readonly cache: ModelCache
  readonly prepared: Prepared
  readonly base: Embedding
  readonly questions: readonly AnsweredQuestion[]
}

function trainOnTexts({ corpus, say }: TrainingOptions): Trained {
  const prepared = prepareTraining(corpus, path.join(PROJECT, 'content'))
  say(`${prepared.passages.length} passages, ${prepared.vocabulary.words.length} words`)
  const { fingerprint, lessons } = prepared
  const folder = path.join(PROJECT, 'node_modules/.cache/xinhuo/train')
  const cache = new ModelCache(folder, fingerprint, lessons.bags.rarity, DIMENSIONS)
  const base = cache.keep(`base-${BASE_STEPS}`, () =>
    trainBase(lessons, { dimensions: DIMENSIONS, steps: BASE_STEPS, say }),
  )
  return { cache, prepared, base, questions: readAnsweredQuestions(corpus, prepared) }
}

/** Quality in five folds, every question answered by a model and a fusion that have not seen it. Takes some ten minutes. */
export function fiveFoldQuality(options: TrainingOptions): QualityRow[] {
  const trained = trainOnTexts(options)
  return qualityRows(trained, unseenAnswers(trained, options.say))
}

/** Answers each question with a model trained on the questions of the other folds. */
function unseenAnswers({ cache, base, prepared, questions }: Trained, say: TrainingOptions['say']): UnseenAnswers[] {
  return answerUnseen(prepared, questions, (learned, fold) => {
    say(`fold ${fold + 1}`)
    const options = { steps: QUESTION_STEPS, seed: 11 + fold, say }
    return cache.keep(`fold-${fold}-${BASE_STEPS}-${QUESTION_STEPS}`, () =>
      trainOnQuestions(base, prepared.lessons, learned, options),
    )
  })
}

function qualityRows({ base, prepared, questions }: Trained, unseen: readonly UnseenAnswers[]): QualityRow[] {
  const untaught = answerUntaught(base, prepared, questions)
  return [
    measureWords(unseen, 'BM25 (pairs of characters)'),
    measureMeaning(untaught, 'meaning alone, without the training questions'),
    measureSum(untaught, 'BM25 + meaning, without the training questions'),
    measureMeaning(unseen, 'meaning alone, five-fold'),
    measureSum(unseen, 'BM25 + meaning, five-fold, plain sum'),
    measureFused(unseen, 'BM25 + meaning, five-fold, learned fusion'),
  ]
}

/** The model of all questions; its fusion learns from the folds, whose models had not seen theirs. */
interface TaughtModel {
  readonly model: Embedding
  readonly asked: AskedModel
  readonly fusion: FusionWeights
}

function teach(trained: Trained, unseen: readonly UnseenAnswers[], say: TrainingOptions['say']): TaughtModel {
  const { cache, prepared, base, questions } = trained
  const learned = questions.filter((one) => one.answers.length > 0)
  const options = { steps: QUESTION_STEPS, seed: 10, say }
  const model = cache.keep(`all-${BASE_STEPS}-${QUESTION_STEPS}`, () =>
    trainOnQuestions(base, prepared.lessons, learned, options),
  )
  const asked = new AskedModel(model, prepared, learned)
  return { model, asked, fusion: trainFusion(fusionLessons(unseen), FUSION) }
}

function writeModel({ prepared }: Trained, { model, asked, fusion }: TaughtModel, out: string): number {
  const bytes = associationModelBytes(compactModel(model, prepared.vocabulary, asked.answering, fusion))
  writeFileSync(out, bytes)
  return bytes.length
}

/** How well questions about stories, templates and guides are answered, among all the laws. */
function starterRows({ prepared, base }: Trained, taught: TaughtModel): QualityRow[] {
  const untaught = new AskedModel(base, prepared, [])
  return [
    measureStarter(untaught, prepared, 'starter content, without the training questions'),
    measureStarter(taught.asked, prepared, 'starter content, learned fusion', taught.fusion),
  ]
}

function main(): void {
  const { values } = parseArgs({
    options: {
      corpus: { type: 'string', default: path.resolve(PROJECT, '../shared/corpus') },
      /** Only measure, write no model. */
      folds: { type: 'boolean', default: false },
      out: { type: 'string', default: path.join(PROJECT, 'content/model/association.bin') },
      report: { type: 'string' },
    },
  })
  const begun = Date.now()
  const say = (line: string) => process.stderr.write(`${Math.round((Date.now() - begun) / 1000)} s  ${line}\n`)
  const trained = trainOnTexts({ corpus: values.corpus, say })
  const unseen = unseenAnswers(trained, say)
  const rows = qualityRows(trained, unseen)
  if (!values.folds) {
    const taught = teach(trained, unseen, say)
    say(`${values.out}: ${(writeModel(trained, taught, values.out) / 2 ** 20).toFixed(1)} MB`)
    rows.push(...starterRows(trained, taught))
  }
  const report = `${qualityMarkdown(rows)}\n\n\`\`\`json\n${JSON.stringify(rows, undefined, 2)}\n\`\`\`\n`
  process.stdout.write(report)
  if (values.report) writeFileSync(values.report, `# Quality of the association model\n\n${report}`)
}

if (import.meta.main) main()
