import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { queryKeys } from '../../service/keys.ts'
import { copyMaterial, materialPlace } from '../material-queries.ts'

interface CopyButtonProps {
  readonly id: string
  readonly small?: boolean | undefined
  /** Of what, where it stands in a list. */
  readonly title?: string | undefined
}

/** Makes an own copy of what came with the library, and opens it. */
export function CopyButton({ id, small, title }: CopyButtonProps) {
  const { t } = useTranslation('materials')
  const client = useQueryClient()
  const navigate = useNavigate()
  const copy = useMutation({
    mutationFn: () => copyMaterial(id),
    onSuccess: (copied) => {
      void client.invalidateQueries({ queryKey: [...queryKeys.materials, 'list'] })
      void navigate({ to: materialPlace(copied.type, copied.id) })
    },
  })
  return (
    <>
      <Button
        size={small ? 'small' : 'middle'}
        type={title === undefined ? 'default' : 'text'}
        aria-label={title === undefined ? undefined : t('list.copyOf', { title })}
        loading={copy.isPending}
        onClick={() => copy.mutate()}
      >
        {t('list.copy')}
      </Button>
      {copy.isError && <ErrorNotice error={copy.error} />}
    </>
  )
}
