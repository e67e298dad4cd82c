import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Material } from '../../../library/templates/template-schema.ts'
import styles from './material-list.module.css'

interface MaterialListProps {
  readonly title: string
  readonly materials: readonly Material[]
}

/** The papers to bring (办事材料清单), to look at and to hand out on paper. */
export function MaterialList({ title, materials }: MaterialListProps) {
  const { t } = useTranslation('templates')
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const after = () => setPrinting(false)
    addEventListener('afterprint', after)
    return () => removeEventListener('afterprint', after)
  }, [])
  if (materials.length === 0) return null
  const print = async () => {
    flushSync(() => setPrinting(true))
    if (window.xinhuo) await window.xinhuo.print().finally(() => setPrinting(false))
    else window.print()
  }
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.heading}>{t('page.materials')}</h2>
        <Button size="small" onClick={() => void print()}>
          {t('page.printMaterials')}
        </Button>
      </div>
      <Materials materials={materials} />
      {printing &&
        createPortal(
          <div className={styles.sheet}>
            <h1>{t('page.materialsOf', { title })}</h1>
            <Materials materials={materials} />
          </div>,
          document.body,
        )}
    </section>
  )
}

function Materials({ materials }: { readonly materials: readonly Material[] }) {
  const { t } = useTranslation('templates')
  return (
    <ul className={styles.list}>
      {materials.map((one) => (
        <li key={`${one.name} ${one.whenSays ?? ''}`} className={styles.entry}>
          <span className={styles.box} aria-hidden="true" />
          <span>
            {one.name}
            <span className={styles.muted}>
              {[one.form, one.copies && t('page.copies', { n: one.copies })].filter(Boolean).join('，')}
            </span>
            {one.whenSays && <span className={styles.muted}>{t('page.when', { when: one.whenSays })}</span>}
            {one.note && <span className={styles.note}>{one.note}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}
