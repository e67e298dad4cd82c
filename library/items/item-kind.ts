import { z } from 'zod'

/** The kinds of item (条目): 政策, 文书, 故事, 指南. */
export const ItemKind = z.enum(['policy', 'template', 'story', 'guide'])
export type ItemKind = z.infer<typeof ItemKind>
