import { useSyncExternalStore } from 'react'

const darkScheme = matchMedia('(prefers-color-scheme: dark)')

export function useSystemDark(): boolean {
  return useSyncExternalStore(
    (changed) => {
      darkScheme.addEventListener('change', changed)
      return () => darkScheme.removeEventListener('change', changed)
    },
    () => darkScheme.matches,
  )
}
