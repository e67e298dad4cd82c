import { describe, expect, it } from 'vitest'
import { beginStory } from '../../library/stories/begin-story.ts'
import type { StoryEvent } from '../../library/stories/process/process-view.ts'
import { storyProvenance } from '../../library/stories/provenance.ts'
import { StoryRecord } from '../../library/stories/story.schema.ts'

const file = { name: '登记.xlsx', mediaType: 'application/vnd.ms-excel', sha256: 'a'.repeat(64), size: 3 }
const story = beginStory(
  StoryRecord.parse({
    format: 1,
    title: '按图轮水',
    sources: [
      {
        id: 's1',
        title: '轮水登记',
        type: 'register',
        from: '王秀芝',
        file,
        verified: { by: '乙某', on: '2026-01-02' },
      },
      { id: 's2', title: '电话', type: 'interview' },
    ],
    media: [{ id: 'm', sha256: 'b'.repeat(64), name: 'a.jpg', mediaType: 'image/jpeg', size: 1, author: '王秀芝' }],
  }),
  '甲某',
  new Date('2026-01-01T00:00:00.000Z'),
  'gushi-lunshui',
)
const event = (number: number, more: Partial<StoryEvent>): StoryEvent => ({
  ...{
    number,
    subject: 'story',
    subjectId: story.id,
    at: `2026-01-0${number}T00:00:00.000Z`,
    by: '甲某',
    type: 'edit',
  },
  ...{ previous: '', hash: 'f'.repeat(64) },
  ...more,
})
const first = 'c'.repeat(64)
const events = [
  event(1, { type: 'create', record: first }),
  event(2, { record: story.recordSha256 }),
  event(3, { type: 'step', step: 'verify', by: '乙某', record: story.recordSha256 }),
  event(4, { type: 'step', step: 'publish', by: '薪火', record: story.recordSha256 }),
]
const published = { ...story, revision: 'd'.repeat(64), publishedRecord: story.recordSha256, publishedOn: '2026-01-04' }
const relations = ['wasGeneratedBy', 'wasAssociatedWith', 'wasDerivedFrom', 'wasAttributedTo'] as const

describe('the provenance of a story', () => {
  const prov = storyProvenance(published, events)

  it('names every state of the record, every source and picture by its hash, and the revision that readers have', () => {
    expect(Object.keys(prov.entity).toSorted()).toEqual(
      [
        ...[first, story.recordSha256, file.sha256, 'b'.repeat(64), 'd'.repeat(64)].map((sha256) => `sha256:${sha256}`),
        'xinhuo:gushi-lunshui-s2',
      ].toSorted(),
    )
    expect(prov.entity[`sha256:${file.sha256}`]).toMatchObject({
      'prov:label': '轮水登记',
      'xinhuo:verifiedBy': '乙某',
    })
  })

  it('says who did what, each person once, and 薪火 as software', () => {
    expect(Object.values(prov.agent).map((agent) => agent['prov:label'])).toEqual(['甲某', '乙某', '薪火', '王秀芝'])
    expect(prov.agent['xinhuo:agent-3']).toMatchObject({ 'prov:type': { $: 'prov:SoftwareAgent' } })
    expect(Object.keys(prov.activity)).toHaveLength(4)
    expect(prov.activity['xinhuo:event-3']).toMatchObject({ 'prov:type': { $: 'xinhuo:step-verify' } })
  })

  it('relates only what it names, and a record to the one before it', () => {
    const names = new Set([prov.entity, prov.activity, prov.agent].flatMap((part) => Object.keys(part)))
    const unnamed = relations.flatMap((relation) =>
      Object.values(prov[relation]).flatMap((attributes) =>
        Object.entries(attributes)
          .filter(([name]) => /entity|activity|agent/i.test(name))
          .filter(([, id]) => typeof id !== 'string' || !names.has(id)),
      ),
    )
    expect(unnamed).toEqual([])
    expect(Object.values(prov.wasDerivedFrom)).toContainEqual({
      'prov:generatedEntity': `sha256:${story.recordSha256}`,
      'prov:usedEntity': `sha256:${first}`,
      'prov:type': { $: 'prov:Revision', type: 'prov:QUALIFIED_NAME' },
    })
    expect(Object.values(prov.wasGeneratedBy)).toHaveLength(2)
  })
})
