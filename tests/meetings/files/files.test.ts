import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckedFile } from '../../../library/meetings/files/checked-file.ts'
import type { MaterialSummary, MaterialView } from '../../../library/meetings/materials/material-view.ts'
import type { RunningService } from '../../../library/service/run-service.ts'
import { ask, closeOnce } from '../../service/running-service.ts'
import { openParts } from '../pptx/pptx-parts.ts'
import { fileOf, startWithReadyMaterials } from './ready-materials.ts'

let service: RunningService
let materials: readonly MaterialSummary[]
beforeAll(async () => {
  const ready = await startWithReadyMaterials()
  service = ready.service
  materials = ready.materials
}, 120_000)
afterAll(() => closeOnce(service))

const first = (type: MaterialSummary['type']) => materials.find((one) => one.type === type) as MaterialSummary
const check = (id: string, asked: string) => ask<CheckedFile>(service, 'GET', `/api/materials/${id}/files/${asked}`)
const make = (record: object) =>
  ask<MaterialView>(service, 'POST', '/api/materials', { record: { type: 'meeting', format: 1, title: '', ...record } })

describe('a file of a material', () => {
  it('is slides or the speaker’s script when only its format is asked for', async () => {
    const { id, title } = first('meeting')
    const slides = await fileOf(service, id, 'usual?format=pptx')
    expect([slides.status, slides.name]).toEqual([200, `${title}-幻灯片.pptx`])
    expect(slides.type).toContain('presentationml.presentation')
    const script = await fileOf(service, id, 'usual?format=docx')
    expect([script.status, script.name]).toEqual([200, `${title}-讲稿.docx`])
    expect((await check(first('drill').id, 'usual/check?format=docx')).what).toBe('drill')
    expect((await check(first('guide').id, 'usual/check?format=docx')).what).toBe('guide')
  })

  it('takes the look that is asked for, and names the slides beforehand', async () => {
    const { id } = first('guide')
    const { bytes } = await fileOf(service, id, 'slides?format=pptx&theme=contrast')
    const parts = openParts(bytes)
    expect(parts.text('ppt/theme/theme1.xml')).toContain('<a:dk1><a:srgbClr val="000000"/></a:dk1>')
    expect((await check(id, 'slides/check?format=pptx')).slides).toBe(parts.slides().length)
    expect(parts.names.some((name) => name.startsWith('ppt/media/'))).toBe(true)
  })

  it('is refused in a sentence where there is none', async () => {
    const agenda = await fileOf(service, first('meeting').id, 'agenda?format=pptx')
    expect([agenda.status, agenda.said().error]).toMatchObject([422, { code: 'MATERIAL_FILE_FORMAT' }])
    expect(agenda.said().error?.todo).toContain('.docx 或 .pdf')
    expect((await fileOf(service, first('guide').id, 'slides?format=docx')).said().error?.code).toBe(
      'MATERIAL_FILE_FORMAT',
    )
    expect((await fileOf(service, first('guide').id, 'notice?format=docx')).said().error?.code).toBe(
      'PAPER_NOT_OF_THIS',
    )
    expect((await fileOf(service, 'no-such-meeting', 'slides?format=pptx')).status).toBe(404)
    expect((await fileOf(service, first('guide').id, 'cake?format=pptx')).status).toBe(400)
  })

  it('says which office made it, and nobody else', async () => {
    const { id } = await make({ title: '会', office: '石坪乡 & 青禾县' })
    const core = openParts((await fileOf(service, id, 'slides?format=pptx')).bytes).text('docProps/core.xml')
    expect(core).toContain('<dc:creator>石坪乡 &amp; 青禾县</dc:creator>')
    expect(core).not.toContain('lastModifiedBy')
  })

  it('has a name that every disk takes, and is made of a meeting without anything', async () => {
    const { id } = await make({ title: 'CON: 学习<会>?\u0000 /第*期' })
    const { status, name } = await fileOf(service, id, 'slides?format=pptx')
    expect(status).toBe(200)
    expect(name).toMatch(/-幻灯片\.pptx$/)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(name).not.toMatch(/[\u0000-\u001f<>:"/\\|?*]/)
    const bare = await make({})
    expect((await fileOf(service, bare.id, 'slides?format=pptx')).name).toBe('未命名-幻灯片.pptx')
  })

  it('tells what looks private before it is handed on, with the words hidden, and forbids nothing', async () => {
    const { id } = await make({
      title: '反馈会',
      contact: '党政办 0571-88661234',
      parts: [
        { id: 'p1', type: 'opening', title: '开场', text: '请打 13812345678 找老张。' },
        {
          id: 'p2',
          type: 'story',
          title: '讲故事',
          story: { title: '一家人', sections: [{ heading: '情况', text: '身份证 11010519491231002X' }] },
        },
      ],
    })
    const { warnings } = await check(id, 'slides/check?format=pptx')
    expect(warnings).toHaveLength(2)
    expect(warnings[0]).toMatch(/^“开场”里有.*发出去之前/)
    expect(warnings.join()).not.toMatch(/13812345678|11010519491231002X/)
    expect((await fileOf(service, id, 'slides?format=pptx')).status).toBe(200)
    expect((await check(first('meeting').id, 'script/check?format=docx')).warnings).toEqual([])
  })
})

describe('an office’s own presentation', () => {
  const post = async (id: string, bytes: Uint8Array, name = '石坪乡模板.pptx') => {
    const form = new FormData()
    form.append('file', new File([new Uint8Array(bytes)], name))
    const response = await service.handle(
      new Request(`http://xinhuo/api/materials/${id}/design`, { method: 'POST', body: form }),
    )
    return { status: response.status, body: await response.json() }
  }

  it('gives a meeting its colours, and stays with it', async () => {
    const { id } = await make({ title: '用自己样式的会', parts: [{ id: 'p1', type: 'opening', title: '开场' }] })
    const other = await fileOf(service, first('meeting').id, 'slides?format=pptx&theme=festive')
    const posted = await post(id, other.bytes)
    expect([posted.status, posted.body]).toMatchObject([200, { name: '石坪乡模板.pptx', look: { accent: '#a81e22' } }])
    const { record } = await ask<MaterialView>(service, 'GET', `/api/materials/${id}`)
    expect(record).toMatchObject({ design: { name: '石坪乡模板.pptx' } })
    const { bytes } = await fileOf(service, id, 'slides?format=pptx')
    expect(openParts(bytes).text('ppt/theme/theme1.xml')).toContain('<a:accent1><a:srgbClr val="A81E22"/></a:accent1>')
  })

  it('is refused when it is none, and where there is no meeting of one’s own', async () => {
    const { id } = await make({ title: '会' })
    const { body } = await post(id, new TextEncoder().encode('不是演示文稿'))
    expect(body.error).toMatchObject({ code: 'DESIGN_BROKEN' })
    expect((await ask<MaterialView>(service, 'GET', `/api/materials/${id}`)).record).not.toHaveProperty('design')
    expect((await post(first('meeting').id, new Uint8Array(3))).body.error.code).toBe('MATERIAL_NOT_OWN')
    const drill = await make({ type: 'drill', title: '演练' })
    expect((await post(drill.id, new Uint8Array(3))).body.error.code).toBe('DESIGN_NOT_A_MEETING')
  })
})
