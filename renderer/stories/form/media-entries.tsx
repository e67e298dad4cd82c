import { Button, Radio } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StoryMedia } from '../../../library/stories/story.schema.ts'
import { sizeText } from '../../design/size-text.ts'
import { ChoiceField } from '../../record-form/choice-field.tsx'
import { DateField } from '../../record-form/date-field.tsx'
import { EntryList } from '../../record-form/entry-list.tsx'
import styles from '../../record-form/record-form.module.css'
import { TextField } from '../../record-form/text-field.tsx'
import { BlurredPicture } from '../pictures/blurred-picture.tsx'
import { PictureEditor } from '../pictures/picture-editor.tsx'
import { canBeShown } from '../pictures/use-blob-address.ts'
import mediaStyles from './media-section.module.css'
import { useStoryForm } from './story-form-context.ts'
import { STORY_SECTIONS_IN_FORM } from './story-sections.ts'

/** Each picture with its words and what is blurred in it; `brief` asks only what it shows. */
export function MediaEntries({ brief }: { readonly brief?: boolean | undefined }) {
  const { t } = useTranslation('storyForm')
  const form = useStoryForm()
  const [editing, setEditing] = useState<string>()
  const { media } = form.record
  const edited = media.find(({ id }) => id === editing)
  const asCover = (id: string | undefined) =>
    form.changeRecord((record) => ({
      ...record,
      media: record.media.map(({ cover: _, ...rest }) => (rest.id === id ? { ...rest, cover: true } : rest)),
    }))
  return (
    <>
      <EntryList<StoryMedia>
        path="media"
        one={t('media.one')}
        nameOf={({ caption, name }) => caption || name}
        keyOf={({ id }) => id}
        most={200}
        empty={t('media.none')}
      >
        {(one, path) => (
          <div className={mediaStyles.entry}>
            <div className={mediaStyles.picture}>
              <BlurredPicture media={one} />
              <p className={styles.subtle}>
                {one.name}
                <br />
                {[
                  one.width && one.height ? `${one.width}×${one.height}` : '',
                  sizeText(one.size),
                  one.blurred?.length ? t('media.blurred', { n: one.blurred.length }) : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {canBeShown(one.mediaType) && (
                <>
                  <Button
                    size="small"
                    id={`media-${one.id}-edit`}
                    aria-label={t(one.looked ? 'media.editOf' : 'media.lookOf', { name: one.caption || one.name })}
                    onClick={() => setEditing(one.id)}
                  >
                    {t(one.looked ? 'media.edit' : 'media.look')}
                  </Button>
                  <Radio
                    checked={one.cover === true}
                    disabled={form.readOnly}
                    onClick={() => asCover(one.cover ? undefined : one.id)}
                  >
                    {t('media.cover')}
                  </Radio>
                </>
              )}
            </div>
            <div className={styles.fields}>
              <TextField
                path={`${path}/caption`}
                label={t('media.caption')}
                example={t('media.captionExample')}
                maxLength={300}
                wide
              />
              {!brief && (
                <>
                  <TextField
                    path={`${path}/alternative`}
                    label={t('media.alternative')}
                    example={t('media.alternativeExample')}
                    maxLength={300}
                    wide
                  />
                  <DateField path={`${path}/takenOn`} label={t('media.takenOn')} />
                  <TextField path={`${path}/place`} label={t('media.place')} maxLength={100} />
                  <TextField path={`${path}/author`} label={t('media.author')} maxLength={60} />
                  <ChoiceField
                    path={`${path}/section`}
                    label={t('media.section')}
                    none={t('media.atEnd')}
                    choices={STORY_SECTIONS_IN_FORM.map((value) => ({ value, label: t(`sectionOf.${value}`) }))}
                  />
                </>
              )}
            </div>
          </div>
        )}
      </EntryList>
      {edited && (
        <PictureEditor
          media={edited}
          open
          readOnly={form.readOnly}
          onChange={(next) =>
            form.changeRecord((record) => ({
              ...record,
              media: record.media.map((one) => (one.id === next.id ? next : one)),
            }))
          }
          onClose={() => {
            setEditing(undefined)
            requestAnimationFrame(() => document.getElementById(`media-${edited.id}-edit`)?.focus())
          }}
        />
      )}
    </>
  )
}
