import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TemplateSummary } from '../../../library/templates/template-view.ts'
import { Icon } from '../../design/icon.tsx'
import styles from '../../design/list-page.module.css'
import { useTimeText } from '../../design/use-time-text.ts'
import { ValidityBadge } from '../../design/validity-badge.tsx'

export function TemplateRow({ template }: { readonly template: TemplateSummary }) {
  const { t } = useTranslation('templates')
  const timeText = useTimeText()
  const { itemId, title, lastUsed, topics } = template
  return (
    <li className={styles.row}>
      <Icon name="template" size="1.4em" />
      <div className={styles.what}>
        <p className={styles.head}>
          <Link to="/templates/$itemId" params={{ itemId }} className={styles.title} data-line="">
            {title}
          </Link>
          {lastUsed?.changed && <span className={styles.changed}>{t('browse.changed')}</span>}
          {template.own && <span className={styles.tag}>{t('browse.ownTag')}</span>}
          {template.official && <span className={styles.tag}>{t('browse.official')}</span>}
          {template.validity !== 'in-force' && <ValidityBadge validity={template.validity} />}
        </p>
        {template.description && <p className={styles.summary}>{template.description}</p>}
        <p className={styles.facts}>
          {template.label && <span>{template.label}</span>}
          <span>{t('browse.fields', { n: template.fields })}</span>
          {topics.length > 0 && <span>{topics.slice(0, 3).join('、')}</span>}
          {lastUsed && <span>{t('browse.lastUsed', { when: timeText(lastUsed.at) })}</span>}
        </p>
      </div>
    </li>
  )
}
