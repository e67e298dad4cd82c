import { randomBytes } from 'node:crypto'

/** Names a new thing within its material. */
export const newLocalId = (kind: string): string => `${kind}-${randomBytes(6).toString('hex')}`
