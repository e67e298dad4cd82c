import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { vocabularyQuery } from '../../stories/story-queries.ts'
import { type EnteredCard, saysSomething } from './entered-cards.ts'
import styles from './responses.module.css'
import { type NamedStory, StoryField, type StoryFieldHandle } from './story-field.tsx'

const judgements = [
  { name: 'yes', key: '1' },
  { name: 'partly', key: '2' },
  { name: 'no', key: '3' },
] as const
const types = [
  { name: 'opinion', key: '1' },
  { name: 'suggestion', key: '2' },
  { name: 'error', key: '3' },
  { name: 'question', key: '4' },
] as const

type Fields = Omit<EnteredCard, 'key' | 'story'>
const blank: Fields = { useful: undefined, type: 'opinion', post: '', text: '' }

/**
 * The row in which a card is typed: Enter goes on to the next field and after the last one takes the card in; digits
 * choose; the story stays for the next card of the same pile.
 */
export function CardEntry({ onAdd }: { readonly onAdd: (card: EnteredCard) => void }) {
  const { t } = useTranslation('feeds')
  const id = useId()
  const [story, setStory] = useState<NamedStory>()
  const [fields, setFields] = useState<Fields>(blank)
  const storyField = useRef<StoryFieldHandle>(null)
  const form = useRef<HTMLFormElement>(null)
  const words = useQuery(vocabularyQuery)
  const change = (part: Partial<Fields>) => setFields((before) => ({ ...before, ...part }))
  const goTo = (name: string) => form.current?.querySelector<HTMLElement>(`[data-field="${name}"]`)?.focus()
  const add = () => {
    if (!saysSomething(fields)) {
      goTo('useful')
      return
    }
    onAdd({ ...fields, story, key: crypto.randomUUID() })
    setFields(blank)
    storyField.current?.focus()
  }
  /** Enter goes on, a digit chooses and goes on. */
  const onKey =
    (next: string | undefined, choices: Readonly<Record<string, () => void>> = {}) =>
    (event: KeyboardEvent) => {
      if (event.nativeEvent.isComposing || event.altKey) return
      if (event.key === 'Enter') {
        event.preventDefault()
        if (event.ctrlKey || event.metaKey || next === undefined) add()
        else goTo(next)
        return
      }
      const choose = Object.hasOwn(choices, event.key) ? choices[event.key] : undefined
      if (!choose || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      choose()
      if (next !== undefined) goTo(next)
    }
  return (
    <form ref={form} className={styles.entry} onSubmit={(event) => event.preventDefault()}>
      <StoryField
        label={t('responses.story')}
        value={story}
        handle={storyField}
        onChoose={(chosen) => {
          setStory(chosen)
          goTo('useful')
        }}
      />
      <div className={styles.field}>
        <label htmlFor={`${id}-useful`}>{t('responses.usefulLabel')}</label>
        <select
          id={`${id}-useful`}
          data-field="useful"
          className={styles.input}
          value={fields.useful ?? ''}
          onChange={(event) => change({ useful: judgements.find(({ name }) => name === event.target.value)?.name })}
          onKeyDown={onKey(
            'type',
            Object.fromEntries([
              ...judgements.map(({ name, key }) => [key, () => change({ useful: name })]),
              ['0', () => change({ useful: undefined })],
            ]),
          )}
        >
          <option value="">{t('responses.choice', { key: 0, name: t('responses.notSaid') })}</option>
          {judgements.map(({ name, key }) => (
            <option key={name} value={name}>
              {t('responses.choice', { key, name: t(`responses.useful.${name}`) })}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-type`}>{t('responses.typeLabel')}</label>
        <select
          id={`${id}-type`}
          data-field="type"
          className={styles.input}
          value={fields.type}
          onChange={(event) =>
            change({ type: types.find(({ name }) => name === event.target.value)?.name ?? 'opinion' })
          }
          onKeyDown={onKey(
            'post',
            Object.fromEntries(types.map(({ name, key }) => [key, () => change({ type: name })])),
          )}
        >
          {types.map(({ name, key }) => (
            <option key={name} value={name}>
              {t('responses.choice', { key, name: t(`responses.type.${name}`) })}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-post`}>{t('responses.postLabel')}</label>
        <input
          id={`${id}-post`}
          data-field="post"
          className={styles.input}
          list={`${id}-posts`}
          maxLength={40}
          autoComplete="off"
          value={fields.post}
          onChange={(event) => change({ post: event.target.value })}
          onKeyDown={onKey('text')}
        />
        <datalist id={`${id}-posts`}>
          {words.data?.posts.map((post) => (
            <option key={post} value={post} />
          ))}
        </datalist>
      </div>
      <div className={`${styles.field} ${styles.long}`}>
        <label htmlFor={`${id}-text`}>{t('responses.textLabel')}</label>
        <input
          id={`${id}-text`}
          data-field="text"
          className={styles.input}
          maxLength={2000}
          autoComplete="off"
          value={fields.text}
          onChange={(event) => change({ text: event.target.value })}
          onKeyDown={onKey(undefined)}
        />
      </div>
      <Button className={styles.add ?? ''} onClick={add}>
        {t('responses.add')}
      </Button>
    </form>
  )
}
