import { AppError } from '../../errors/app-error.ts'

export class BookError extends AppError<
  'BOOK_ENTRY_NOT_FOUND' | 'BOOK_ENTRY_REFUSED' | 'BOOK_HOUSEHOLD_UNKNOWN' | 'BOOK_MATCH_MISSING'
> {}

export const bookErrors = {
  notFound: () =>
    new BookError({ code: 'BOOK_ENTRY_NOT_FOUND', what: '名册里没有这一条。', todo: '它可能已被删除；请刷新后再看。' }),
  refused: (why: string) =>
    new BookError({ code: 'BOOK_ENTRY_REFUSED', what: '这一条没有保存。', why, todo: '原来的内容没有改动。' }),
  noHousehold: () =>
    new BookError({
      code: 'BOOK_HOUSEHOLD_UNKNOWN',
      what: '这一条没有保存：名册里没有所选的这一户。',
      todo: '原来的内容没有改动。请重新选择户。',
    }),
  noName: () =>
    new BookError({
      code: 'BOOK_MATCH_MISSING',
      what: '没有导入：没有哪一列是姓名、户主、户编号或地块。',
      todo: '请在列的对应里指定“姓名”是哪一列。名册没有改动。',
    }),
}
