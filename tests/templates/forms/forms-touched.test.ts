import { describe, expect, it } from 'vitest'
import { citingForms } from '../../../library/templates/forms/citing-forms.ts'
import type { FinishedForm, FormSummary, FormView } from '../../../library/templates/forms/form-view.ts'
import type { KeptForm } from '../../../library/templates/forms/forms.repository.ts'
import { openSmallLibrary } from '../../items/small-library.ts'
import { createWorkshop, makeKeys, policy } from '../../updates/channel-workshop.ts'
import { startReceiver } from '../../updates/receiver.ts'
import { applicant, application, recordTemplate } from './form-desk.ts'

describe('an update that changes a clause', () => {
  it('names the forms that relied on it, and those whose clause stays as it was not', async () => {
    const workshop = createWorkshop('wenshu-pindao', makeKeys())
    const law = (first: string) => policy('jiuzhu-banfa', '溪口镇救助办法', [first, '第二条没有变。'])
    workshop.publish({ version: 1, items: [{ revisions: [law('每月三百元。')] }] })
    const receiver = await startReceiver()
    await receiver.trust(workshop.directory)
    await receiver.apply(workshop.directory)
    const { session } = receiver.service
    const finish = async (title: string, provision: string) => {
      const { itemId } = await recordTemplate(
        session.access.blobs,
        { recordDocuments: (given) => session.writer.recordDocuments(given) },
        {
          ...application,
          title,
          schema: { ...application.schema, 'x-basis': [{ title: '溪口镇救助办法', provisions: [provision] }] },
        },
      )
      const { id } = await receiver.send<FormView>('POST', '/api/forms', { templateId: itemId })
      await receiver.send('PUT', `/api/forms/${id}`, { data: applicant })
      return (await receiver.send<FinishedForm>('POST', `/api/forms/${id}/finish`, { letStand: [] })).form
    }
    const touched = await finish('甲表', '第一条')
    const untouched = await finish('乙表', '第二条')
    expect(touched.libraryVersion).toContain('频道 wenshu-pindao 第1版')

    workshop.publish({ version: 2, items: [{ revisions: [law('每月三百元。'), law('每月四百元。')] }] })
    const offer = await receiver.check(workshop.directory)
    expect(offer.touched).toMatchObject([
      {
        work: 'form',
        workName: '文书',
        id: touched.id,
        title: touched.title,
        open: `/forms/${touched.id}`,
        anchor: '第一条',
        before: '每月三百元。',
        after: '每月四百元。',
      },
    ])
    await receiver.apply(workshop.directory)
    const { forms } = await receiver.get<{ forms: FormSummary[] }>('/api/forms')
    expect(new Map(forms.map(({ id, basisChanged }) => [id, basisChanged])).get(touched.id)).toBe(true)
    expect(forms.find(({ id }) => id === untouched.id)?.templateChanged).toBe(false)
  })
})

describe('the forms that cite an item', () => {
  const form = (number: number, more: Partial<KeptForm> = {}): KeptForm => ({
    id: `form-${String(number).padStart(4, '0')}`,
    templateId: 'muban',
    revision: '0'.repeat(64),
    templateTitle: '低保申请表',
    title: `第${number}份`,
    state: 'finished',
    data: {},
    sources: {},
    basis: [{ title: '办法', provision: '第一条', anchor: '第一条', itemId: 'banfa' }],
    letStand: [],
    createdAt: '2026-11-21T00:00:00.000Z',
    updatedAt: '2026-11-21T00:00:00.000Z',
    ...more,
  })

  it('are named up to ten a template, and the rest of a thousand are counted', async () => {
    const { library, writer, close } = await openSmallLibrary()
    for (let number = 0; number < 1040; number++) await writer.insertForm(form(number))
    await writer.insertForm(form(2000, { templateId: 'other', templateTitle: '另一个表' }))
    await writer.discardForm('form-0000', '2026-11-22T00:00:00.000Z')
    const cited = await citingForms.citationsOf(library.db, ['banfa', 'unrelated'])
    expect(cited).toHaveLength(12)
    expect(cited.find(({ title }) => title.includes('另有'))).toMatchObject({
      title: '《低保申请表》另有 1029 份',
      open: '/templates/mine?template=muban',
      itemId: 'banfa',
      anchor: '第一条',
    })
    expect(cited.map(({ title }) => title)).toContain('第2000份')
    await close()
  })

  it('are also those made with a template that changes', async () => {
    const { library, writer, close } = await openSmallLibrary()
    await writer.insertForm(form(1, { state: 'draft' }))
    const cited = await citingForms.citationsOf(library.db, ['muban'])
    expect(cited).toEqual([{ id: 'form-0001', title: '第1份', open: '/forms/form-0001', itemId: 'muban' }])
    expect(await citingForms.citationsOf(library.db, [])).toEqual([])
    await close()
  })
})
