import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MaterialPicture } from '../../library/meetings/materials/cited.schema.ts'
import { EntryList } from '../record-form/entry-list.tsx'
import styles from '../record-form/record-form.module.css'
import { useRecordForm } from '../record-form/record-form-context.ts'
import { valueAt } from '../record-form/record-path.ts'
import { TextField } from '../record-form/text-field.tsx'
import { BlurredPicture } from '../stories/pictures/blurred-picture.tsx'
import { MediaDrop } from '../stories/pictures/media-drop.tsx'
import { PictureEditor } from '../stories/pictures/picture-editor.tsx'
import { useReceiving } from '../stories/pictures/use-receiving.ts'
import { freshPicture } from './fresh-picture.ts'

/** Where pictures for any material are sent. */
export const PICTURES_ADDRESS = '/api/materials/pictures'

interface PicturesFieldProps {
  /** The list in the record: `parts/2/pictures`. */
  readonly path: string
  readonly most?: number | undefined
}

/** Pictures with what they show, dropped or chosen, and what is blurred in them. */
export function PicturesField({ path, most = 40 }: PicturesFieldProps) {
  const { t } = useTranslation('materials')
  const form = useRecordForm()
  const pictures = (valueAt(form.record, path) ?? []) as readonly MaterialPicture[]
  const receiving = useReceiving<MaterialPicture>(PICTURES_ADDRESS, {
    before: async () => true,
    after: (added) => form.change(path, [...pictures, ...added.map(freshPicture)].slice(0, most)),
  })
  return (
    <>
      <EntryList<MaterialPicture>
        path={path}
        one={t('picture.one')}
        nameOf={({ caption, name }) => caption || name}
        keyOf={({ id }) => id}
        most={most}
      >
        {(_, at) => <PictureEntry path={at} />}
      </EntryList>
      {!form.readOnly && pictures.length < most && <MediaDrop receiving={receiving} />}
    </>
  )
}

/** One picture, or a place where it is dropped. */
export function PictureField({ path }: { readonly path: string }) {
  const { t } = useTranslation('materials')
  const form = useRecordForm()
  const picture = valueAt(form.record, path) as MaterialPicture | undefined
  const receiving = useReceiving<MaterialPicture>(PICTURES_ADDRESS, {
    before: async () => true,
    after: ([added]) => added && form.change(path, freshPicture(added)),
  })
  if (!picture) return form.readOnly ? null : <MediaDrop receiving={receiving} />
  return (
    <>
      <PictureEntry path={path} />
      {!form.readOnly && (
        <Button size="small" type="text" onClick={() => form.change(path, undefined)}>
          {t('picture.remove')}
        </Button>
      )}
    </>
  )
}

function PictureEntry({ path }: { readonly path: string }) {
  const { t } = useTranslation('materials')
  const form = useRecordForm()
  const [editing, setEditing] = useState(false)
  const picture = valueAt(form.record, path) as MaterialPicture
  return (
    <div className={styles.fields}>
      <div>
        <BlurredPicture media={picture} />
        <Button size="small" onClick={() => setEditing(true)}>
          {t(picture.looked ? 'picture.edit' : 'picture.look')}
        </Button>
      </div>
      <TextField path={`${path}/caption`} label={t('picture.caption')} maxLength={300} />
      <TextField
        path={`${path}/alternative`}
        label={t('picture.alternative')}
        example={t('picture.alternativeExample')}
        maxLength={300}
        wide
      />
      {editing && (
        <PictureEditor
          media={picture}
          open
          readOnly={form.readOnly}
          onChange={(next) => form.change(path, next)}
          onClose={() => setEditing(false)}
        />
      )}
    </div>
  )
}
