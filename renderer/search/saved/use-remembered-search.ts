import { useEffect } from 'react'
import { useRememberSearch } from './use-kept-searches.ts'

/** Remembers what was searched for once it has been answered; not what was only typed. */
export function useRememberedSearch(words: string, isAnswered: boolean): void {
  const { mutate } = useRememberSearch()
  const asked = words.trim()
  useEffect(() => {
    if (isAnswered && asked !== '') mutate(asked)
  }, [asked, isAnswered, mutate])
}
