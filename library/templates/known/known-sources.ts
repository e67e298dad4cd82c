import type { BookEntry, ValueSource } from './known-view.ts'

/** Where a person sees and changes what a value came from. */
export const knownSources = {
  profile: (): ValueSource => ({ type: 'profile', title: '单位资料', open: '/office/unit' }),
  book: ({ id, name }: Pick<BookEntry, 'id' | 'name'>): ValueSource => ({
    type: 'book',
    title: `本地名册：${name}`,
    open: `/office/book?entry=${id}`,
  }),
  /** @param usedAt ISO date-time */
  earlier: (formId: string, title: string | undefined, usedAt: string): ValueSource => {
    const day = new Date(usedAt)
    return {
      type: 'earlier',
      title: `《${title ?? '以前的文书'}》${day.getMonth() + 1}月${day.getDate()}日`,
      open: `/forms/${formId}`,
    }
  },
  today: (): ValueSource => ({ type: 'default', title: '今天' }),
  residentId: (): ValueSource => ({ type: 'computed', title: '由身份证号得出' }),
}
