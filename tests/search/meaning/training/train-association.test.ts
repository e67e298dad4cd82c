import { describe, expect, it } from 'vitest'
import { AssociationEncoder } from '../../../../library/search/meaning/association-encoder.ts'
import { parseAssociationModel } from '../../../../library/search/meaning/association-model.ts'
import { bagsOf } from '../../../../scripts/train/bags.ts'
import { compactModel } from '../../../../scripts/train/compact-model.ts'
import { FUSION } from '../../../../scripts/train/measure-folds.ts'
import { seededRandom } from '../../../../scripts/train/random.ts'
import { trainBase } from '../../../../scripts/train/train-base.ts'
import { trainFusion } from '../../../../scripts/train/train-fusion.ts'
import { trainOnQuestions } from '../../../../scripts/train/train-on-questions.ts'
import type { TrainingPassage } from '../../../../scripts/train/training-passages.ts'
import { chooseVocabulary } from '../../../../scripts/train/vocabulary.ts'
import { associationModelBytes } from '../../../../scripts/train/write-association-model.ts'

/** Two matters whose words never meet, and an everyday word that stands in no text. */
const MATTERS = [
  ['用人单位', '劳动者', '工资', '劳动报酬', '加班', '劳动合同'],
  ['宅基地', '住宅', '农村村民', '建设', '规划', '面积'],
] as const

function toyPassages(): TrainingPassage[] {
  const random = seededRandom(1)
  return Array.from({ length: 120 }, (_, number) => {
    const words = MATTERS[number % 2] as readonly string[]
    const sentence = () => Array.from({ length: 5 }, () => words[Math.floor(random() * words.length)]).join('、')
    const text = `${sentence()}。${sentence()}。${sentence()}。`
    return { file: `${number}.md`, document: number, title: '', path: [], heading: `第${number}条`, text, folded: text }
  })
}

function trainToy(): Buffer {
  const passages = toyPassages()
  const vocabulary = chooseVocabulary(passages, ['老板', '盖房'])
  const bags = bagsOf(passages, vocabulary)
  const lessons = { bags, citations: [], everyday: [] }
  const base = trainBase(lessons, { dimensions: 16, steps: 60 })
  const questions = ['老板', '盖房'].map((question, matter) => ({
    id: question,
    question,
    bag: bags.cut(question),
    answers: [matter, matter + 2, matter + 4],
    wanted: 3,
    lookAlikes: Uint32Array.of(1 - matter, 3 - matter),
  }))
  const model = trainOnQuestions(base, lessons, questions, { steps: 30, seed: 2 })
  const fusion = trainFusion([], FUSION)
  return associationModelBytes(compactModel(model, vocabulary, new Float32Array(16), fusion))
}

describe('training the association model', () => {
  const file = trainToy()
  const encoder = new AssociationEncoder(parseAssociationModel(file))
  const nearness = (asked: string, text: string) => {
    const query = encoder.encodeQuery(asked) as Int8Array
    const passage = encoder.encodePassage({ title: '', path: [], heading: '', text })
    return query.reduce((sum, value, d) => sum + value * (passage[d] as number), 0) / 127 ** 2
  }

  it('brings words together that stand together', () => {
    expect(nearness('工资', '劳动合同')).toBeGreaterThan(nearness('工资', '宅基地') + 0.3)
    expect(nearness('面积', '规划')).toBeGreaterThan(nearness('面积', '加班') + 0.3)
  })

  it('learns from answered questions what a word of no text means', () => {
    expect(nearness('老板', '劳动者的工资')).toBeGreaterThan(nearness('老板', '住宅的面积') + 0.3)
    expect(nearness('盖房', '住宅的面积')).toBeGreaterThan(nearness('盖房', '劳动者的工资') + 0.3)
  })

  it('gives the same bytes again', () => {
    expect(trainToy().equals(file)).toBe(true)
  })
})
