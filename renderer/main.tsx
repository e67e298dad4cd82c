import 'antd/dist/reset.css'
import './design/tokens.css'
import './design/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { WindowFrame } from './app/window-frame.tsx'
import { applyAppearance, rememberedAppearance } from './design/appearance.ts'
import { changeLanguage, startLanguage } from './language/language.ts'
import { createQueryClient } from './service/query-client.ts'
import { session } from './service/session.ts'
import { settingsQuery } from './settings/use-settings.ts'

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no #root')
  const appearance = rememberedAppearance()
  applyAppearance(appearance, matchMedia('(prefers-color-scheme: dark)').matches)
  await Promise.all([session.open().catch(() => undefined), startLanguage(appearance.language)])
  const client = createQueryClient()
  void client.prefetchQuery(settingsQuery).then(() => {
    const settings = client.getQueryData(settingsQuery.queryKey)
    if (settings && settings.language !== appearance.language) void changeLanguage(settings.language)
  })
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <WindowFrame />
      </QueryClientProvider>
    </StrictMode>,
  )
}

await start()
