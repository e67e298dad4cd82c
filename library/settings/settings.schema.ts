import { z } from 'zod'

/** The person's choices on this machine. */
export const Settings = z.object({
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  textSize: z.enum(['standard', 'large']).default('standard'),
  dailyBackup: z.boolean().default(true),
  /** Whether opened items are listed under 最近阅读 on this machine. */
  keepRecent: z.boolean().default(true),
})
export type Settings = z.infer<typeof Settings>
