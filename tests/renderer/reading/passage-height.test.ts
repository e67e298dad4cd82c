import { describe, expect, it } from 'vitest'
import { passageHeight } from '../../../renderer/reading/passage-height.ts'

const height = (text: string) => passageHeight({ type: 'provision', heading: '第一条', text })

describe('passageHeight', () => {
  it('grows with lines and with paragraphs', () => {
    expect(height('字'.repeat(200))).toBeGreaterThan(height('字'.repeat(20)))
    expect(height('一项。\n二项。\n三项。')).toBeGreaterThan(height('一项。二项。三项。'))
  })

  it('gives an empty provision a line of its own', () => {
    expect(height('')).toBeGreaterThan(1)
  })
})
