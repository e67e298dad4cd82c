import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { knownDesign } from '../../../library/meetings/pptx/known-designs.ts'
import { readDesign } from '../../../library/meetings/pptx/read-design.ts'
import { writePptx } from '../../../library/meetings/pptx/write-pptx.ts'
import { deckWith, slideWith, text } from './sample-deck.ts'

const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

describe('a design that slides are made with again and again', () => {
  it('is read once for each file', async () => {
    const bytes = await writePptx(deckWith([slideWith('一', [text('二')])], 'festive'), async () => undefined)
    let reads = 0
    const read = async () => {
      reads += 1
      return bytes
    }
    const first = await knownDesign(sha256Of(bytes), read)
    expect(first).toEqual(readDesign(bytes))
    expect(await knownDesign(sha256Of(bytes), read)).toEqual(first)
    expect(reads).toBe(1)
  })

  it('is asked for again where it could not be read', async () => {
    const broken = Buffer.from('这不是演示文稿')
    const asked = () => knownDesign(sha256Of(broken), async () => broken)
    await expect(asked()).rejects.toMatchObject({ code: 'DESIGN_BROKEN' })
    await expect(asked()).rejects.toMatchObject({ code: 'DESIGN_BROKEN' })
  })
})
