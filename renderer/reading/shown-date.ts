import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** Writes a `YYYY-MM-DD` date as the interface's language does: 2019年8月26日. */
export function useShownDate(): (date: string) => string {
  const { i18n } = useTranslation()
  const { language } = i18n
  return useCallback(
    (date: string) =>
      new Date(`${date.slice(0, 10)}T00:00:00`).toLocaleDateString(language, {
        year: 'numeric',
        month: 'long',
        day: 'numeric',
      }),
    [language],
  )
}
