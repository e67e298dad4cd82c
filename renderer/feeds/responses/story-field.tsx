import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryPage } from '../../../library/stories/story-view.ts'
import { useSettled } from '../../design/use-settled.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { cardCode } from './card-code.ts'
import styles from './responses.module.css'

/** A story that was chosen, or one named by a code that the service will look up. */
export interface NamedStory {
  readonly id?: string | undefined
  readonly title: string
}

export interface StoryFieldHandle {
  readonly focus: () => void
}

interface StoryFieldProps {
  readonly label: string
  readonly value: NamedStory | undefined
  readonly onChoose: (story: NamedStory) => void
  readonly handle?: Ref<StoryFieldHandle> | undefined
}

/** A story by its title, its initials or the code on a card: typed, then Enter (ARIA 1.2 combobox). */
export function StoryField({ label, value, onChoose, handle }: StoryFieldProps) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  const [active, setActive] = useState(0)
  const words = useSettled((typed ?? '').trim(), 120)
  const found = useQuery({
    queryKey: [...queryKeys.stories, 'by-words', words],
    queryFn: ({ signal }) =>
      request<StoryPage>('GET', '/api/stories', {
        query: { q: words, state: 'published', limit: 8, offset: 0 },
        signal,
      }),
    enabled: words !== '',
  })
  useImperativeHandle(handle, () => ({
    focus: () => {
      input.current?.focus()
      input.current?.select()
    },
  }))
  const code = cardCode(words)
  const offers: readonly NamedStory[] = [
    ...(code ? [{ title: code }] : []),
    ...(found.data?.stories ?? []).map((story) => ({ id: story.id, title: story.title })),
  ]
  const open = typed !== undefined && typed.trim() !== '' && offers.length > 0
  const choose = (story: NamedStory | undefined) => {
    if (!story) return
    setTyped(undefined)
    setActive(0)
    onChoose(story)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setActive((now) => (now + (event.key === 'ArrowDown' ? 1 : -1) + offers.length) % Math.max(1, offers.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (open && words === typed?.trim()) choose(offers[active])
      // Nothing typed: the story before stays, for the next card of the same pile.
      else if (typed === undefined && value) onChoose(value)
    } else if (event.key === 'Escape' && typed !== undefined) {
      event.preventDefault()
      setTyped(undefined)
    }
  }
  return (
    <div className={styles.story}>
      <label htmlFor={id}>{label}</label>
      <input
        ref={input}
        id={id}
        className={styles.input}
        role="combobox"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${active}` : undefined}
        autoComplete="off"
        maxLength={100}
        placeholder={t('responses.storyHint')}
        value={typed ?? value?.title ?? ''}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onBlur={() => setTyped(undefined)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles.offers} hidden={!open}>
        {open &&
          offers.map((offer, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
            <div
              key={offer.id ?? offer.title}
              id={`${id}-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              className={styles.offer}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(offer)}
            >
              {offer.id === undefined ? t('responses.byCode', { code: offer.title }) : offer.title}
            </div>
          ))}
      </div>
    </div>
  )
}
