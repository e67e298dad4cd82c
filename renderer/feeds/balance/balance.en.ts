import type { Messages } from '../../language/messages.ts'
import type { balanceZhCN } from './balance.zh-CN.ts'

/** What the balance view says, in English. */
export const balanceEn: Messages<typeof balanceZhCN> = {}
