import { AppError } from '../../errors/app-error.ts'

export class LedgerError extends AppError<'LEDGER_KEY_UNKNOWN' | 'LEDGER_NOT_FOUND' | 'LEDGER_NOT_WRITTEN'> {}

export const ledgerErrors = {
  unknownKey: (key: string, columns: readonly string[]) =>
    new LedgerError({
      code: 'LEDGER_KEY_UNKNOWN',
      what: `没有合并：台账里没有“${key}”这一列。`,
      why: `有这些列：${columns.slice(0, 20).join('、')}。`,
      todo: '请选一列能分清每一行的，例如身份证号。原来的台账没有改动。',
    }),
  notFound: () =>
    new LedgerError({
      code: 'LEDGER_NOT_FOUND',
      what: '没有这份合并好的台账。',
      why: '结果只保留一天。',
      todo: '请重新合并一次。',
    }),
  notWritten: (why: string, cause?: unknown) =>
    new LedgerError({
      code: 'LEDGER_NOT_WRITTEN',
      what: '没有合并：结果写不进去。',
      why,
      todo: '原来的台账没有改动。请换一个文件夹，或腾出空间后再试。',
      cause,
    }),
}
