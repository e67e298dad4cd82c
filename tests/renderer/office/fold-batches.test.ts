import { describe, expect, it } from 'vitest'
import type { FormSummary } from '../../../library/templates/forms/form-view.ts'
import { foldBatches } from '../../../renderer/office/mine/fold-batches.ts'

const form = (id: string, batchId?: string): FormSummary => ({
  id,
  batchId,
  templateId: 't',
  templateTitle: '证明',
  title: id,
  state: 'finished',
  createdAt: '',
  updatedAt: '',
  templateChanged: false,
  basisChanged: false,
})
const shown = (forms: FormSummary[]) =>
  foldBatches(forms).map((line) => (line.kind === 'form' ? line.form.id : line.forms.map(({ id }) => id)))

describe('forms in a list', () => {
  it('of one batch stand in one line, where the first of them is', () => {
    expect(shown([form('a'), form('b', '1'), form('c', '2'), form('d', '1'), form('e', '2')])).toEqual([
      'a',
      ['b', 'd'],
      ['c', 'e'],
    ])
  })

  it('stay by themselves when nothing else of their batch is there', () => {
    expect(shown([form('a', '1'), form('b')])).toEqual(['a', 'b'])
  })
})
