import { useState } from 'react'

const storageKey = 'xinhuo.learning-post'

/** The learner's post, chosen once and kept on this machine; undefined for all posts. */
export function useChosenPost() {
  const [post, setPost] = useState(() => localStorage.getItem(storageKey) ?? undefined)
  const choose = (next: string | undefined) => {
    if (next === undefined) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, next)
    setPost(next)
  }
  return [post, choose] as const
}
