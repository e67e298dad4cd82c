import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mayBeNamed } from '../../library/stories/public-name.ts'
import { publicRecord } from '../../library/stories/public-text.ts'
import { canonicalRecord } from '../../library/stories/record-hash.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'
import { hostileRecord } from './arbitrary-record.ts'

const story = (draft: Partial<StoryRecord>) => StoryRecord.parse({ format: 1, title: '', ...draft })
const consent = (who: string, covers: StoryRecord['consents'][number]['covers']) =>
  ({ id: `c-${who}`, who, covers, how: 'written' }) as const

describe('what readers may see of a record', () => {
  it('replaces a name everywhere by the alias, unless a consent covers the name', () => {
    const told = story({
      title: '连秀芝的名册',
      people: [
        { id: 'a', name: '连秀芝', alias: '一位妇联主席', part: 'hero' },
        { id: 'b', name: '赵大山', part: 'told' },
        { id: 'c', name: '李明', part: 'took-part' },
      ],
      done: '连 秀 芝去找赵大山，**连秀芝**带着李明。',
      quotes: [
        { id: 'q', text: '连秀芝问过我', by: 'b' },
        { id: 'r', text: '好', by: '赵大山' },
      ],
      media: [
        {
          ...{ id: 'm', sha256: 'a'.repeat(64), name: '连秀芝.jpg', mediaType: 'image/jpeg', size: 1 },
          ...{ caption: '连秀芝（左）', author: '李明' },
        },
      ],
      consents: [consent('a', ['picture', 'quote']), consent('c', ['name'])],
    })
    expect(publicRecord(told)).toMatchObject({
      title: '一位妇联主席的名册',
      people: [
        { id: 'a', name: '一位妇联主席', part: 'hero' },
        { id: 'b', name: '赵某', part: 'told' },
        { id: 'c', name: '李明', part: 'took-part' },
      ],
      done: '一位妇联主席去找赵某，**一位妇联主席**带着李明。',
      quotes: [
        { text: '一位妇联主席问过我', by: '赵某' },
        { text: '好', by: '赵某' },
      ],
      media: [{ name: '一位妇联主席.jpg', caption: '一位妇联主席（左）', author: '李明' }],
      consents: [],
    })
  })

  it('takes the longer of two names, and names no minor whatever was agreed', () => {
    const told = story({
      people: [
        { id: 'a', name: '李明', alias: '甲', part: 'hero' },
        { id: 'b', name: '李明华', alias: '乙', part: 'hero' },
        { id: 'c', name: '王小朵', part: 'was-helped', minor: true },
      ],
      done: '李明华和李明送王小朵上学。',
      consents: [consent('c', ['name', 'story'])],
    })
    expect(publicRecord(told).done).toBe('乙和甲送一个孩子上学。')
  })

  it('leaves a name that may be printed whole where a hidden one begins alike', () => {
    const told = story({
      people: [
        { id: 'a', name: '李明', part: 'hero' },
        { id: 'b', name: '李明华', part: 'hero' },
      ],
      done: '李明华和李明。',
      consents: [consent('b', ['name'])],
    })
    expect(publicRecord(told).done).toBe('李明华和李某。')
  })

  it('does not let an alias tell the name of somebody else', () => {
    const told = story({
      people: [
        { id: 'a', name: '李明', alias: '李某', part: 'hero' },
        { id: 'b', name: '欧阳春', alias: '李明的妻子', part: 'took-part' },
      ],
      done: '欧阳春说的。',
    })
    expect(publicRecord(told).done).toBe('欧阳某说的。')
  })

  it('leaves no name that is to be hidden, and no paper, in any text at all', () => {
    const bare = (text: string) => text.replace(/[ \t\u00a0\u3000]/gu, '')
    fc.assert(
      fc.property(hostileRecord, fc.string(), (draft, note) => {
        const { record } = canonicalRecord({
          ...draft,
          consents: draft.people
            .slice(0, 1)
            .map(({ id }) => ({ ...consent(id, ['name']), note, proof: 'f'.repeat(64) })),
        })
        const shown = JSON.stringify(publicRecord(record))
        expect(shown).not.toContain('f'.repeat(64))
        const named = record.people
          .filter((person) => mayBeNamed(person, record.consents))
          .map(({ name }) => bare(name))
        for (const person of record.people) {
          const name = bare(person.name)
          // A name that is hidden may be a part of one that may be printed.
          if (mayBeNamed(person, record.consents) || named.some((other) => other.includes(name))) continue
          const texts = Object.values(publicRecord(record)).map((value) => bare(JSON.stringify(value ?? '')))
          expect(texts.filter((text) => text.toLowerCase().includes(name.toLowerCase()))).toEqual([])
        }
      }),
      { numRuns: 400 },
    )
  })
})
