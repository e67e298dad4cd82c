import { RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { rememberedAppearance } from '../design/appearance.ts'
import { Look } from '../design/look.tsx'
import { isRefused } from '../service/query-client.ts'
import { useSettings } from '../settings/use-settings.ts'
import { router } from './router.tsx'
import { SessionEnded } from './session-ended.tsx'

/** The whole window: the person's settings dress it, and without a session it says how to open one. */
export function WindowFrame() {
  const settings = useSettings()
  const { theme, textSize, language } = settings.data ?? rememberedAppearance()
  const appearance = useMemo(() => ({ theme, textSize, language }), [theme, textSize, language])
  return (
    <Look appearance={appearance}>
      {isRefused(settings.error) ? <SessionEnded /> : <RouterProvider router={router} />}
    </Look>
  )
}
