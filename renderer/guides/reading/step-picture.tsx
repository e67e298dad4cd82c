import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PictureMark } from '../../../library/meetings/guides/step-guide.schema.ts'
import type { MaterialPicture } from '../../../library/meetings/materials/cited.schema.ts'
import { materialAddress } from '../../materials/material-queries.ts'
import { PictureSource } from '../../stories/pictures/picture-source.ts'
import { useBlobAddress } from '../../stories/pictures/use-blob-address.ts'
import { numberOf } from '../marks/mark.ts'
import marksStyles from '../marks/marks.module.css'
import { PictureMarks } from '../marks/picture-marks.tsx'
import styles from './guide-reader.module.css'

interface StepPictureProps {
  /** Of the material, whose cleaned copies are shown. */
  readonly id: string
  readonly picture: MaterialPicture
  readonly marks: readonly PictureMark[]
  /** What the picture belongs to, where nobody has said what it shows. */
  readonly otherwise: string
}

/** The picture of a step as it leaves the library, cleaned and blurred, with its marks and what they say. */
export function StepPicture(props: StepPictureProps) {
  const route = (sha256: string) => `${materialAddress(props.id)}/pictures/${sha256}?width=1600`
  return (
    <PictureSource value={route}>
      <Marked {...props} />
    </PictureSource>
  )
}

function Marked({ picture, marks, otherwise }: StepPictureProps) {
  const { t } = useTranslation('guides')
  const { address, failed, shown } = useBlobAddress(picture.sha256, picture.mediaType)
  const [sides, setSides] = useState({ width: picture.width ?? 0, height: picture.height ?? 0 })
  const said = marks.filter(({ says }) => says)
  if (failed || !shown) {
    return <p className={styles.words}>{picture.alternative || t('picture.notReadable', { name: picture.name })}</p>
  }
  return (
    <figure className={styles.figure}>
      <div className={marksStyles.stage}>
        {address && (
          <img
            src={address}
            alt={picture.alternative || picture.caption || t('read.picture', { action: otherwise })}
            draggable={false}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSides({ width: naturalWidth, height: naturalHeight })
            }
          />
        )}
        {address && sides.width > 0 && <PictureMarks marks={marks} sides={sides} />}
      </div>
      {(said.length > 0 || picture.caption) && (
        <figcaption>
          {said.length > 0 && (
            <ul className={styles.said}>
              {said.map((mark) => (
                <li key={mark.id}>
                  <b>{mark.type === 'number' ? numberOf(marks, mark.id) : t(`marks.sign.${mark.type}`)}</b> {mark.says}
                </li>
              ))}
            </ul>
          )}
          {picture.caption}
        </figcaption>
      )}
    </figure>
  )
}
