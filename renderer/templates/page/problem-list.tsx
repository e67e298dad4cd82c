import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TemplateProblem, TemplateView } from '../../../library/templates/template-view.ts'
import styles from './template-page.module.css'

/** What is wrong with the template itself. It can be filled all the same; whoever made it can put it right. */
export function ProblemList({ template }: { readonly template: TemplateView }) {
  const { t } = useTranslation('templates')
  const { problems, proposed, own, itemId } = template
  if (problems.length === 0 && !(proposed && own)) return null
  return (
    <section className={styles.problems}>
      <h2 className={styles.heading}>
        {problems.length > 0 ? t('page.problems', { n: problems.length }) : t('page.proposed')}
      </h2>
      {problems.length > 0 && (
        <ul className={styles.problemRows}>
          {problems.map((problem) => (
            <li key={`${problem.code} ${problem.part} ${problem.paragraph} ${problem.quote}`}>
              {problem.says}
              <ProblemPlace problem={problem} />
            </li>
          ))}
        </ul>
      )}
      {own && (
        <Link to="/templates/$itemId/edit" params={{ itemId }}>
          {t('page.change')}
        </Link>
      )}
    </section>
  )
}

export function ProblemPlace({ problem }: { readonly problem: TemplateProblem }) {
  const { t } = useTranslation('templates')
  if (!problem.part || problem.paragraph === undefined) return null
  return <span className={styles.muted}>{t('page.problemPlace', { part: problem.part, n: problem.paragraph })}</span>
}
