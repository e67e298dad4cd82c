import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Input, type InputRef } from 'antd'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import dialogStyles from '../../design/dialog.module.css'
import { Dialog } from '../../design/dialog.tsx'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { useFocusFirst } from '../../feedback/use-focus-first.ts'
import { queryKeys } from '../../service/keys.ts'
import { createMaterial, materialPlace } from '../material-queries.ts'

interface StartDialogProps {
  readonly type: 'drill' | 'guide'
  readonly open: boolean
  readonly title: string
  readonly example: string
  readonly onClose: () => void
}

/** A new one begins with nothing but its name. */
export function StartDialog({ open, title, onClose, ...start }: StartDialogProps) {
  return (
    <Dialog open={open} title={title} onClose={onClose}>
      <Start {...start} />
    </Dialog>
  )
}

function Start({ type, example }: Pick<StartDialogProps, 'type' | 'example'>) {
  const { t } = useTranslation('materials')
  const id = useId()
  const [name, setName] = useState('')
  const field = useFocusFirst<InputRef>()
  const client = useQueryClient()
  const navigate = useNavigate()
  const start = useMutation({
    mutationFn: () => createMaterial({ type, title: name.trim() }),
    onSuccess: (made) => {
      void client.invalidateQueries({ queryKey: [...queryKeys.materials, 'list'] })
      void navigate({ to: materialPlace(made.type, made.id) })
    },
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '' && !start.isPending) start.mutate()
      }}
    >
      <label htmlFor={id}>{t('start.name')}</label>
      <Input
        ref={field}
        id={id}
        value={name}
        maxLength={200}
        autoComplete="off"
        placeholder={example}
        onChange={({ target }) => setName(target.value)}
      />
      {start.isError && <ErrorNotice error={start.error} />}
      <div className={dialogStyles.actions}>
        <Button type="primary" htmlType="submit" disabled={name.trim() === ''} loading={start.isPending}>
          {t('start.begin')}
        </Button>
      </div>
    </form>
  )
}
