import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readVocabulary } from './read-content.ts'

const Term = z.strictObject({
  id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  name: z.string().min(2).max(12),
  description: z.string().optional(),
})
const Synonym = z.strictObject({ everyday: z.string().min(2).max(12), official: z.array(z.string().min(2)).min(1) })

describe.each([
  ['topics', 35],
  ['posts', 18],
])('the %s', (name, atLeast) => {
  const terms = z.array(Term).parse(readVocabulary(name))

  it('are enough', () => {
    expect(terms.length).toBeGreaterThanOrEqual(atLeast)
  })

  it('have unique ids and names', () => {
    expect(new Set(terms.map((term) => term.id)).size).toBe(terms.length)
    expect(new Set(terms.map((term) => term.name)).size).toBe(terms.length)
  })
})

describe('the synonyms', () => {
  const synonyms = z.array(Synonym).parse(readVocabulary('synonyms'))

  it('are at least 260, each everyday word once', () => {
    expect(synonyms.length).toBeGreaterThanOrEqual(260)
    expect(new Set(synonyms.map((entry) => entry.everyday)).size).toBe(synonyms.length)
  })

  it('lead to other words, each once', () => {
    const wrong = synonyms.filter(
      ({ everyday, official }) => official.includes(everyday) || new Set(official).size !== official.length,
    )
    expect(wrong).toEqual([])
  })

  it.each([
    ['盖房子', '宅基地'],
    ['低保', '最低生活保障'],
    ['五保户', '特困供养人员'],
    ['上访', '信访'],
  ])('lead from %s to %s', (everyday, official) => {
    expect(synonyms.find((entry) => entry.everyday === everyday)?.official).toContain(official)
  })
})
