import { z } from 'zod'
import { appOrigin } from './app-origin.ts'
import type { ShellLanguage } from './shell-texts.ts'

const SettingsAnswer = z.object({ language: z.enum(['zh-CN', 'en']) })

/** The language the person chose, which the service keeps; Chinese while it cannot be asked. */
export async function readShellLanguage(ask: (request: Request) => Promise<Response>): Promise<ShellLanguage> {
  try {
    const answer = await ask(new Request(`${appOrigin}/api/settings`))
    return SettingsAnswer.parse(await answer.json()).language
  } catch {
    return 'zh-CN'
  }
}

/** Whether a request, once answered, may have changed the language. */
export function changesSettings(request: Pick<Request, 'method' | 'url'>): boolean {
  return request.method === 'PUT' && new URL(request.url).pathname === '/api/settings'
}
