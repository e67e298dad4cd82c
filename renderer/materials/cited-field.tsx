import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CitedPassage } from '../../library/meetings/materials/cited.schema.ts'
import type { MeetingPart } from '../../library/meetings/outline/outline.schema.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { ClausePicker, type PickedClause } from '../record-form/clause-picker.tsx'
import { EntryList } from '../record-form/entry-list.tsx'
import styles from '../record-form/record-form.module.css'
import { useRecordForm } from '../record-form/record-form-context.ts'
import { freshId, valueAt } from '../record-form/record-path.ts'
import { TextField } from '../record-form/text-field.tsx'
import { request } from '../service/client.ts'

interface CitedFieldProps {
  /** The list in the record: `parts/2/cites`. */
  readonly path: string
  readonly most?: number | undefined
}

/** The passages that something stands on: found in the library with their words, or written down where they are not there. */
export function CitedField({ path, most = 40 }: CitedFieldProps) {
  const { t } = useTranslation('materials')
  const form = useRecordForm()
  const [picking, setPicking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const cites = (valueAt(form.record, path) ?? []) as readonly CitedPassage[]
  const add = async (clause: PickedClause) => {
    setError(null)
    if (cites.some(({ itemId, anchor }) => itemId === clause.itemId && anchor === clause.anchor)) return
    try {
      form.change(path, [...cites, { ...(await citedPassage(clause)), id: freshId('c', cites) }].slice(0, most))
    } catch (problem) {
      setError(problem)
    }
  }
  return (
    <>
      {error !== null && <ErrorNotice error={error} />}
      <EntryList<CitedPassage>
        path={path}
        one={t('cited.one')}
        nameOf={({ title, provision }) => `${title}${provision ?? ''}`}
        keyOf={({ id }) => id}
        most={most}
        ways={
          <>
            <Button onClick={() => setPicking(true)} disabled={cites.length >= most}>
              {t('cited.pick')}
            </Button>
            <Button
              type="text"
              disabled={cites.length >= most}
              onClick={() => form.change(path, [...cites, { id: freshId('c', cites), title: t('cited.newTitle') }])}
            >
              {t('cited.write')}
            </Button>
          </>
        }
      >
        {(cited, at) => <Cited cited={cited} path={at} />}
      </EntryList>
      <ClausePicker
        open={picking}
        onClose={() => setPicking(false)}
        onPick={(clause) => void add(clause)}
        picked={cites}
      />
    </>
  )
}

function Cited({ cited, path }: { readonly cited: CitedPassage; readonly path: string }) {
  const { t } = useTranslation('materials')
  return (
    <div className={styles.fields}>
      {cited.itemId ? (
        <div className={styles.whole}>
          <p className={styles.fileLine}>
            <Link
              to="/item/$itemId"
              params={{ itemId: cited.itemId }}
              search={{ revision: cited.revision }}
              {...(cited.anchor && { hash: cited.anchor })}
            >
              《{cited.title}》{cited.provision}
            </Link>
            {cited.validity && <ValidityBadge validity={cited.validity} />}
          </p>
          {cited.text && (
            <details>
              <summary>{t('cited.words')}</summary>
              <p className={styles.hint}>{cited.text}</p>
            </details>
          )}
        </div>
      ) : (
        <>
          <TextField path={`${path}/title`} label={t('cited.title')} maxLength={300} always />
          <TextField
            path={`${path}/provision`}
            label={t('cited.provision')}
            example={t('cited.provisionExample')}
            maxLength={60}
          />
        </>
      )}
      <TextField path={`${path}/note`} label={t('cited.note')} example={t('cited.noteExample')} maxLength={500} wide />
    </div>
  )
}

/** A clause with its words, as the service takes it into a meeting. */
async function citedPassage({
  itemId,
  revision,
  anchor,
  title,
  provision,
}: PickedClause): Promise<Omit<CitedPassage, 'id'>> {
  if (itemId === undefined) return { title, ...(provision && { provision }) }
  const body = { references: [{ itemId, revision, anchor }] }
  const { parts } = await request<{ readonly parts: readonly MeetingPart[] }>('POST', '/api/materials/parts', { body })
  const taken = parts.flatMap(({ cites }) => cites).find((one) => one.itemId === itemId)
  return (
    taken ?? {
      title,
      itemId,
      ...(revision && { revision }),
      ...(anchor && { anchor }),
      ...(provision && { provision }),
    }
  )
}
