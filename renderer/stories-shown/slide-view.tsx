import { useTranslation } from 'react-i18next'
import type { Slide } from './slides.ts'
import styles from './slideshow.module.css'
import { StoryPicture } from './story-picture.tsx'

/** One slide, large enough for the other end of a hall. */
export function SlideView({ slide }: { readonly slide: Slide }) {
  const { t } = useTranslation('shown')
  if (slide.type === 'title')
    return (
      <div className={styles.titleSlide} data-picture={slide.picture ? '' : undefined}>
        {slide.picture && (
          <div className={styles.beside}>
            <StoryPicture sha256={slide.picture.sha256} alternative={slide.picture.alternative} />
          </div>
        )}
        <div className={styles.words}>
          <h2 className={styles.title}>{slide.title}</h2>
          {slide.text && <p className={styles.text}>{slide.text}</p>}
          {slide.facts.length > 0 && <p className={styles.small}>{slide.facts.join(' · ')}</p>}
        </div>
      </div>
    )
  if (slide.type === 'picture')
    return (
      <figure className={styles.pictureSlide}>
        <div className={styles.picture}>
          <StoryPicture fit="whole" sha256={slide.picture.sha256} alternative={slide.picture.alternative} />
        </div>
        <figcaption className={styles.small}>
          {[slide.title, slide.picture.caption].filter(Boolean).join('　')}
        </figcaption>
      </figure>
    )
  if (slide.type === 'quote')
    return (
      <figure className={styles.quoteSlide}>
        <blockquote className={styles.quote}>{t('slideshow.quoted', { text: slide.text })}</blockquote>
        <figcaption className={styles.small}>{[slide.by, slide.title].filter(Boolean).join('　')}</figcaption>
      </figure>
    )
  return (
    <div className={styles.quoteSlide}>
      <p className={styles.small}>{t('slideshow.result')}</p>
      <p className={styles.quote}>{slide.text}</p>
      <p className={styles.small}>{slide.title}</p>
    </div>
  )
}
