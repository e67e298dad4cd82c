import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadResponses, TakenResponses } from '../../../library/stories/responses/response-view.ts'
import { ErrorNotice } from '../../design/error-notice.tsx'
import { FileDrop } from '../../office/sheets/file-drop.tsx'
import { uploadFile } from '../../office/sheets/upload-file.ts'
import styles from '../desk/feed-page.module.css'
import { ReadFile } from './read-file.tsx'
import { RefusedList } from './refused-list.tsx'

/** Sheets of kiosks and surveys, and files of other 薪火: read, looked at, then taken. */
export function FilesPart() {
  const { t } = useTranslation('feeds')
  const [taken, setTaken] = useState<TakenResponses>()
  const read = useMutation({
    mutationFn: (file: File) => uploadFile<ReadResponses>('/api/story-responses/read', file),
    onMutate: () => setTaken(undefined),
  })
  return (
    <div className={styles.stack}>
      <h2 className="visually-hidden">{t('responses.part.files')}</h2>
      <FileDrop
        title={t('responses.files.title')}
        hint={t('responses.files.hint')}
        choose={t('responses.files.choose')}
        icon="import"
        accept=".xlsx,.csv,.json"
        small={read.data !== undefined}
        busy={read.isPending}
        onFiles={([file]) => file && read.mutate(file)}
      />
      {read.isError && <ErrorNotice error={read.error} />}
      <div role="status">{taken && <Taken taken={taken} />}</div>
      {read.data && !taken && (
        <ReadFile
          key={read.data.upload}
          read={read.data}
          onTaken={(result) => {
            setTaken(result)
            read.reset()
          }}
          onClose={read.reset}
        />
      )}
    </div>
  )
}

function Taken({ taken }: { readonly taken: TakenResponses }) {
  const { t } = useTranslation('feeds')
  return (
    <section className={styles.sheet}>
      <h3 className={styles.subheading}>{t('responses.files.taken', { n: taken.taken })}</h3>
      {taken.known > 0 && <p className={styles.muted}>{t('responses.files.known', { n: taken.known })}</p>}
      {taken.masked > 0 && <p className={styles.muted}>{t('responses.files.masked', { n: taken.masked })}</p>}
      {taken.unmatched.length > 0 && (
        <p className={styles.muted}>{t('responses.files.unmatched', { names: taken.unmatched.join('、') })}</p>
      )}
      <RefusedList refused={taken.refused} />
    </section>
  )
}
