import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MaterialSummary } from '../../../library/meetings/materials/material-view.ts'
import { keepFocus } from '../../design/keep-focus.ts'
import styles from '../../design/list-page.module.css'
import { useTimeText } from '../../design/use-time-text.ts'
import { useUndoNotice } from '../../office/use-undo-notice.tsx'
import { looseDateText } from '../../record-form/read-loose-date.ts'
import { request } from '../../service/client.ts'
import { queryKeys } from '../../service/keys.ts'
import { CopyButton } from '../desk/copy-button.tsx'
import { materialAddress, materialPlace } from '../material-queries.ts'

/** One material: what it is, how long, for whom, and whether what it cites is newer here. */
export function MaterialRow({
  material,
  discarded,
}: {
  readonly material: MaterialSummary
  readonly discarded: boolean
}) {
  const { t } = useTranslation('materials')
  const timeText = useTimeText()
  const { type, own } = material
  const when = [material.on && looseDateText(material.on), material.startsAt].filter(Boolean).join(' ')
  const facts = [
    when,
    material.place,
    t(`list.partsOf.${type}`, { n: material.parts }),
    material.minutes > 0 && t('list.minutes', { n: material.minutes }),
    material.level !== 'all' && t(`level.${material.level}`),
    material.posts.slice(0, 3).join('、'),
    material.topics.slice(0, 3).join('、'),
    own && t('list.updated', { when: timeText(material.updatedAt) }),
  ].filter((fact): fact is string => typeof fact === 'string' && fact !== '')
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.head}>
          <Link to={materialPlace(type, material.id)} className={styles.title} data-line="">
            {material.title || t('untitled')}
          </Link>
          {material.kind && <span className={styles.tag}>{t(`kind.${material.kind}`)}</span>}
          {!own && <span className={styles.tag}>{t('list.ready')}</span>}
          {material.changed > 0 && (
            <span className={styles.changed}>{t('list.changedHere', { n: material.changed })}</span>
          )}
        </p>
        {material.summary && <p className={styles.summary}>{material.summary}</p>}
        <p className={styles.facts}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
      </div>
      {own ? (
        <RowActions material={material} discarded={discarded} />
      ) : (
        <CopyButton id={material.id} small title={material.title || t('untitled')} />
      )}
    </li>
  )
}

function RowActions({ material, discarded }: { readonly material: MaterialSummary; readonly discarded: boolean }) {
  const { t } = useTranslation('materials')
  const client = useQueryClient()
  const notice = useUndoNotice()
  const { id } = material
  const title = material.title || t('untitled')
  const renew = () => client.invalidateQueries({ queryKey: queryKeys.materials })
  const restore = async () => {
    await request('POST', `${materialAddress(id)}/restore`)
    await renew()
  }
  const does = discarded ? 'restore' : 'discard'
  const run = async () => {
    try {
      if (does === 'restore') return await restore()
      await request('DELETE', materialAddress(id))
      await renew()
      notice.done(t('list.discardedNow'), title, restore)
    } catch (error) {
      notice.failed(t(`list.${does}Failed`), error)
    } finally {
      requestAnimationFrame(keepFocus)
    }
  }
  return (
    <Button type="text" size="small" aria-label={t(`list.${does}Of`, { title })} onClick={() => void run()}>
      {t(`list.${does}`)}
    </Button>
  )
}
