import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { BasisView } from '../../../library/templates/template-view.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'
import styles from './template-page.module.css'

/** The clauses a template relies on, as they stand today; each leads to its text. */
export function BasisList({ basis }: { readonly basis: readonly BasisView[] }) {
  const { t } = useTranslation('templates')
  if (basis.length === 0) return null
  return (
    <section className={styles.section}>
      <h2 className={styles.heading}>{t('page.basis')}</h2>
      <ul className={styles.basis}>
        {basis.map((one) => (
          <li key={`${one.title} ${one.provisions?.join()}`}>
            <span className={styles.line}>
              <ItemLink basis={one} />
              {one.validity && <ValidityBadge validity={one.validity} />}
              {!one.itemId && <span className={styles.muted}>{t('page.basisMissing')}</span>}
            </span>
            {one.provisions && one.provisions.length > 0 && (
              <span className={styles.provisions}>
                {one.provisions.map((provision, index) => (
                  <ProvisionLink key={provision} basis={one} provision={provision} anchor={one.anchors?.[index]} />
                ))}
              </span>
            )}
            {one.note && <p className={styles.muted}>{one.note}</p>}
            {one.replacedBy && (
              <p className={styles.replaced}>
                {t('page.replacedBy')}{' '}
                <Link to="/item/$itemId" params={{ itemId: one.replacedBy.itemId }} search={{}}>
                  《{one.replacedBy.title}》
                </Link>
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function ItemLink({ basis }: { readonly basis: BasisView }) {
  const name = `《${basis.title}》`
  if (!basis.itemId) return <span>{name}</span>
  return (
    <Link to="/item/$itemId" params={{ itemId: basis.itemId }} search={{ revision: basis.revision }}>
      {name}
    </Link>
  )
}

interface ProvisionLinkProps {
  readonly basis: BasisView
  readonly provision: string
  readonly anchor: string | undefined
}

function ProvisionLink({ basis, provision, anchor }: ProvisionLinkProps) {
  if (!basis.itemId || !anchor) return <span>{provision}</span>
  return (
    <Link to="/item/$itemId" params={{ itemId: basis.itemId }} search={{ revision: basis.revision }} hash={anchor}>
      {provision}
    </Link>
  )
}
