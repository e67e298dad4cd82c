import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { focusSearchBox } from '../search/focus-search-box.ts'
import { placeOfLink } from './place-of-link.ts'

/** Obeys the desktop shell's menu and opened `xinhuo://` links; does nothing in a browser window. */
export function useDesktopCommands({ onHelp }: { readonly onHelp: () => void }): void {
  const navigate = useNavigate()
  useEffect(() => {
    const { xinhuo } = window
    if (!xinhuo) return
    const stopMenu = xinhuo.onMenu((command) => {
      const acts = {
        search: focusSearchBox,
        import: () => void navigate({ to: '/import' }),
        settings: () => void navigate({ to: '/settings' }),
        keys: onHelp,
        back: () => history.back(),
        forward: () => history.forward(),
        print: () => void xinhuo.print(),
      }
      acts[command]()
    })
    const stopLinks = xinhuo.onOpenLink((link) => {
      const place = placeOfLink(link)
      if (place) void navigate({ to: '/item/$itemId', params: { itemId: place.itemId }, hash: place.anchor })
    })
    return () => {
      stopMenu()
      stopLinks()
    }
  }, [navigate, onHelp])
}
