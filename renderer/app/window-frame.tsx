import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { rememberedAppearance } from '../design/appearance.ts'
import { Look } from '../design/look.tsx'
import { isRefused } from '../service/query-client.ts'
import { useSettings } from '../settings/use-settings.ts'
import { router } from './router.tsx'
import { SessionEnded } from './session-ended.tsx'

/**
 * The whole window: the person's settings dress it, and without a session it says how to open one. Slides that are
 * shown to a hall stay where they are: they need the service no more.
 */
export function WindowFrame() {
  const settings = useSettings()
  const { theme, textSize, language } = settings.data ?? rememberedAppearance()
  const appearance = useMemo(() => ({ theme, textSize, language }), [theme, textSize, language])
  const presenting = settings.data !== undefined && /^\/present\//.test(location.pathname)
  return (
    <Look appearance={appearance}>
      {isRefused(settings.error) && !presenting ? <SessionEnded /> : <RouterProvider router={router} />}
    </Look>
  )
}
