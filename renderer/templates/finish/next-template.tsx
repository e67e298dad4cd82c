import { useQuery } from '@tanstack/react-query'
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormView } from '../../../library/templates/forms/form-view.ts'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { moveInList } from '../../design/move-in-list.ts'
import { useSettled } from '../../design/use-settled.ts'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import { templatesQuery } from '../template-queries.ts'
import { useStartForm } from '../use-start-form.ts'
import styles from './next-template.module.css'

interface NextTemplateProps {
  readonly open: boolean
  readonly form: FormView
  readonly onClose: () => void
}

/** Chooses what to fill next for the same one; the new form takes over what this one says. */
export function NextTemplate({ open, form, onClose }: NextTemplateProps) {
  const { t } = useTranslation('templates')
  return (
    <Dialog open={open} title={t('finished.another')} onClose={onClose}>
      <Choice form={form} />
    </Dialog>
  )
}

function Choice({ form }: { readonly form: FormView }) {
  const { t } = useTranslation('templates')
  const field = useFocusFirst<InputRef>()
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim(), 120)
  const found = useQuery(templatesQuery(words))
  const list = useRef<HTMLUListElement>(null)
  const start = useStartForm()
  const templates = (found.data ?? []).filter(({ itemId }) => itemId !== form.templateId)
  const take = (templateId: string) => start.mutate({ templateId, continueWith: form.id })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const first = templates[0]
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      moveInList(list.current, event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first) take(first.itemId)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go from the box through the list
    <div className={styles.choice} onKeyDown={onKeyDown}>
      <Input
        ref={field}
        value={typed}
        aria-label={t('browse.search')}
        placeholder={t('browse.placeholder')}
        onChange={(event) => setTyped(event.target.value)}
      />
      {start.isError && <ErrorNotice error={start.error} />}
      <ul ref={list} className={styles.list}>
        {templates.map((template) => (
          <li key={template.itemId}>
            <button
              type="button"
              className={styles.template}
              data-line=""
              disabled={start.isPending}
              onClick={() => take(template.itemId)}
            >
              {template.title}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
