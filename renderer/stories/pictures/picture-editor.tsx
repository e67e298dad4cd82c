import { Button, Checkbox } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BlurredRegion } from '../../../library/stories/story.schema.ts'
import dialogStyles from '../../design/dialog.module.css'
import { Dialog } from '../../design/dialog.tsx'
import type { EditablePicture } from './editable-picture.ts'
import { PictureStage } from './picture-stage.tsx'
import styles from './pictures.module.css'

const reasons = ['face', 'plate', 'number', 'other'] as const

interface PictureEditorProps<Picture extends EditablePicture> {
  readonly media: Picture
  readonly open: boolean
  readonly readOnly: boolean
  readonly onChange: (media: Picture) => void
  readonly onClose: () => void
}

/** Where a picture is looked through for faces, plates and numbers, and regions of it are blurred. */
export function PictureEditor<Picture extends EditablePicture>(props: PictureEditorProps<Picture>) {
  const { media, open, readOnly, onChange, onClose } = props
  const { t } = useTranslation('storyForm')
  return (
    <Dialog open={open} wide title={t('picture.title', { name: media.name })} onClose={onClose}>
      <Editor media={media} readOnly={readOnly} onChange={onChange} onClose={onClose} />
    </Dialog>
  )
}

function Editor<Picture extends EditablePicture>(props: Omit<PictureEditorProps<Picture>, 'open'>) {
  const { media, readOnly, onChange, onClose } = props
  const { t } = useTranslation(['storyForm', 'recordForm'])
  const regions = media.blurred ?? []
  const [chosen, setChosen] = useState(0)
  const stage = useRef<HTMLDivElement>(null)
  const set = (next: readonly BlurredRegion[]) => {
    onChange({ ...media, blurred: next.length > 0 ? [...next] : undefined })
  }
  const goTo = (at: number) => {
    setChosen(at)
    requestAnimationFrame(() => stage.current?.querySelector<HTMLElement>(`[data-region="${at}"]`)?.focus())
  }
  const add = () => {
    set([...regions, { x: 0.4, y: 0.4, width: 0.2, height: 0.2, why: 'face' }])
    goTo(regions.length)
  }
  const remove = (at: number) => {
    set(regions.filter((_, other) => other !== at))
    goTo(Math.max(0, at - 1))
  }
  return (
    <div className={styles.editor}>
      <div ref={stage}>
        <PictureStage
          media={media}
          readOnly={readOnly}
          chosen={chosen}
          onChoose={setChosen}
          onRegions={set}
          onRemove={remove}
        />
      </div>
      <div className={styles.side}>
        <p className={styles.hint}>{t('picture.how')}</p>
        <p className={styles.hint}>{t('picture.keys')}</p>
        {!readOnly && <Button onClick={add}>{t('picture.add')}</Button>}
        <ol className={styles.regions}>
          {regions.map((region, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: regions have no name but their place in the list
            <li key={at} data-chosen={at === chosen ? '' : undefined}>
              <button type="button" className={styles.regionName} onClick={() => goTo(at)}>
                {t('picture.region', { n: at + 1 })}
              </button>
              <fieldset className={styles.reasons} disabled={readOnly}>
                <legend className="visually-hidden">{t('picture.why', { n: at + 1 })}</legend>
                {reasons.map((why) => (
                  <label key={why} className={styles.reason}>
                    <input
                      type="radio"
                      name={`why-${media.id}-${at}`}
                      checked={region.why === why}
                      onChange={() => set(regions.map((one, other) => (other === at ? { ...one, why } : one)))}
                    />
                    {t(`picture.whys.${why}`)}
                  </label>
                ))}
              </fieldset>
              {!readOnly && (
                <Button
                  type="text"
                  size="small"
                  aria-label={t('picture.removeOf', { n: at + 1 })}
                  onClick={() => remove(at)}
                >
                  {t('recordForm:entry.remove')}
                </Button>
              )}
            </li>
          ))}
        </ol>
        <Checkbox
          checked={media.looked === true}
          disabled={readOnly}
          onChange={({ target }) => {
            onChange({ ...media, looked: target.checked || undefined })
          }}
        >
          {t('picture.looked')}
        </Checkbox>
        <p className={styles.hint}>{t('picture.original')}</p>
        <div className={dialogStyles.actions}>
          <Button type="primary" onClick={onClose}>
            {t('picture.done')}
          </Button>
        </div>
      </div>
    </div>
  )
}
