import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDocument } from '../../../library/templates/check/check-document.ts'
import type { CheckSurroundings } from '../../../library/templates/check/check-surroundings.ts'
import { compileDocument } from '../../../library/templates/document/fill-document.ts'
import { openDataCheck } from '../../../library/templates/schema/check-data.ts'
import { FilledSample, TemplateSchema } from '../../../library/templates/template-schema.ts'
import { allTemplateDocuments } from '../../../scripts/template-documents/all-documents.ts'
import { templateFiles } from '../../../scripts/template-documents/write-template-files.ts'
import { surroundingsOf, textDocx } from './check-desk.ts'
import { EVERYDAY_SENTENCES } from './everyday-sentences.ts'

/** The town of the samples. */
const CLOUD_TOWN = {
  values: { 'county.name': '青禾县', 'town.name': '云溪镇', 'unit.name': '云溪镇人民政府' },
  villages: ['石桥村', '柳湾村', '青岩村', '竹坪村'].map((name) => ({ name, groups: [] })),
} as const

describe('the templates of the starter content, filled as they should be', () => {
  let surroundings: CheckSurroundings
  beforeAll(async () => {
    surroundings = await surroundingsOf({ profile: CLOUD_TOWN }, afterAll)
  })
  it.each(allTemplateDocuments.map((definition) => [definition.title, definition] as const))(
    '%s passes',
    async (_title, definition) => {
      const files = await templateFiles(definition)
      const read = (ending: string): Buffer => files.get(`${definition.identifier}.${ending}`) ?? Buffer.alloc(0)
      const schema = TemplateSchema.parse(JSON.parse(read('schema.json').toString()))
      const { data } = FilledSample.parse(JSON.parse(read('good.sample.json').toString()))
      const complete = await openDataCheck(schema).complete(data, { today: '2026-11-21' })
      const docx = compileDocument(read('docx'), schema).fill(complete)
      const { findings } = await checkDocument(docx, surroundings, { official: schema['x-official'] })
      expect(findings.map(({ says, place }) => `${says} ${place.type === 'document' ? place.context : ''}`)).toEqual([])
    },
  )
})

describe('sentences of everyday documents', () => {
  it('pass', async () => {
    const surroundings = await surroundingsOf({ profile: CLOUD_TOWN })
    const { findings } = await checkDocument(textDocx(...EVERYDAY_SENTENCES), surroundings, { official: false })
    expect(findings.map(({ says, place }) => `${says} ${place.type === 'document' ? place.context : ''}`)).toEqual([])
  })
})
