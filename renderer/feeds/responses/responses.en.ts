import type { Messages } from '../../language/messages.ts'
import type { responsesZhCN } from './responses.zh-CN.ts'

/** What the responses desk says, in English. */
export const responsesEn: Messages<typeof responsesZhCN> = {}
