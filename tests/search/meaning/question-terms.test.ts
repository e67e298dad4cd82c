import { describe, expect, it } from 'vitest'
import { questionTerms } from '../../../library/search/meaning/question-terms.ts'

const pairs = (typed: string) => questionTerms(typed).pairs.map((term) => term.token)

describe('the terms of a question', () => {
  it('are its pairs without those that only ask', () => {
    expect(pairs('低保怎么办')).toEqual(['低保', '保怎'])
    expect(pairs('低保 是否 申請')).toEqual(['低保', '申请'])
  })

  it('hold each once, and each character beside', () => {
    expect(pairs('低保低保')).toEqual(['低保', '保低'])
    expect(questionTerms('低保低').singles.map((term) => term.token)).toEqual(['低', '保'])
  })

  it('are the asking words themselves when nothing else was typed', () => {
    expect(pairs('怎么办')).toEqual(['怎么', '么办'])
    expect(pairs('？')).toEqual([])
  })
})
