import { describe, expect, it } from 'vitest'
import { entryName, importedMeanings, maskedId } from '../../../renderer/office/book/book-fields.ts'

describe('an entry of the book', () => {
  it('is called by the person, the head of the household or the plot', () => {
    expect(entryName('person', { 'person.name': ' 张三 ', 'household.head': '李四' })).toBe('张三')
    expect(entryName('household', { 'household.number': '0201' })).toBe('0201')
    expect(entryName('plot', { 'plot.name': '门前田', 'plot.number': '7' })).toBe('门前田')
    expect(entryName('person', { 'person.phone': '139' })).toBe('')
  })

  it('shows so much of a resident id as tells two people apart', () => {
    expect(maskedId('990101196203150024')).toBe('9901****0024')
    expect(maskedId('12345')).toBe('12345')
    expect(maskedId(undefined)).toBe('')
  })

  it('takes each meaning once from a spreadsheet', () => {
    expect(new Set(importedMeanings).size).toBe(importedMeanings.length)
  })
})
