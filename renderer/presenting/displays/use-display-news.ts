import { useEffect, useState } from 'react'
import { hasOtherScreen } from './other-screen.ts'

/** `gone`: a display was unplugged; `back`: there is a second one again. */
export type DisplayNews = 'gone' | 'back'

/** Tells when a display comes or goes while slides are shown: in the desktop shell by its word, else by the browser's. */
export function useDisplayNews() {
  const [news, setNews] = useState<DisplayNews>()
  useEffect(() => {
    let more = hasOtherScreen()
    const heard = (moreNow: boolean) => {
      if (moreNow !== more) setNews(moreNow ? 'back' : 'gone')
      more = moreNow
    }
    if (window.xinhuo) return window.xinhuo.onDisplays((count) => heard(count > 1))
    const onChange = () => heard(hasOtherScreen())
    // Older browsers' screens are no event targets.
    if (!('addEventListener' in screen)) return
    const target = screen as unknown as EventTarget
    target.addEventListener('change', onChange)
    return () => target.removeEventListener('change', onChange)
  }, [])
  return { news, settle: () => setNews(undefined) } as const
}
