import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** How a moment is written here: 2026年11月20日 10:02. */
export function useTimeText(): (iso: string) => string {
  const { i18n } = useTranslation()
  return useCallback(
    (iso: string) =>
      new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23' }).format(
        new Date(iso),
      ),
    [i18n.language],
  )
}
