import 'antd/dist/reset.css'
import './design/tokens.css'
import './design/base.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { router } from './app/router.tsx'
import { startLanguage } from './language/language.ts'
import { createQueryClient } from './service/query-client.ts'
import { session } from './service/session.ts'

async function start(): Promise<void> {
  const place = document.getElementById('root')
  if (!place) throw new Error('index.html has no #root')
  await session.open()
  await startLanguage('zh-CN')
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}

await start()
