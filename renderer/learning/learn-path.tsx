import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LearningPathView } from '../../library/meetings/learning/learning-view.ts'
import { ErrorNotice } from '../design/error-notice.tsx'
import list from '../design/list-page.module.css'
import { Page } from '../design/page.tsx'
import { MaterialsTabs } from '../materials/materials-tabs.tsx'
import { AnnouncementBar } from '../reading/announcement-bar.tsx'
import { useAnnouncement } from '../reading/use-announcement.ts'
import { doneCount, nextStep, waitsFor } from './changed-progress.ts'
import { FaultList } from './fault-list.tsx'
import styles from './learning.module.css'
import { StepRow } from './step-row.tsx'
import { useNewPath } from './use-new-path.ts'
import { useProgress } from './use-progress.ts'

/** A path as a quiet list: what is done, where to go on, and why each step is worth the time. */
export function LearnPath({ path }: { readonly path: LearningPathView }) {
  const { t } = useTranslation(['learning', 'materials'])
  const learner = useProgress(path)
  const { announcement, announce, dismiss } = useAnnouncement()
  const { copy, making, error } = useNewPath()
  const { id, steps, own, faults } = path
  const { progress } = learner
  const next = nextStep(steps, progress)
  const done = doneCount(steps, progress)
  const clear = () => {
    const before = progress
    void learner.clear()
    announce(t('cleared'), () => void learner.restore(before))
  }
  return (
    <>
      <MaterialsTabs />
      <Page title={path.title || t('materials:untitled')} lead={path.summary}>
        <div className={list.bar}>
          <p className={list.facts}>
            <span>{t(`materials:level.${path.level}`)}</span>
            {path.posts.length > 0 && <span>{path.posts.join('、')}</span>}
            {path.minutes > 0 && <span>{t('card.minutes', { n: path.minutes })}</span>}
            {done > 0 && done < steps.length && <span>{t('card.done', { done, left: steps.length - done })}</span>}
          </p>
          <span className={styles.trainer}>
            <Link to="/learning" search={{}}>
              {t('toAll')}
            </Link>
            {own ? (
              <Link to="/learning/$pathId" params={{ pathId: id }} search={{ edit: '1' }}>
                {t('edit')}
              </Link>
            ) : (
              <button type="button" className={list.textButton} disabled={making} onClick={() => copy(id)}>
                {t('copy')}
              </button>
            )}
          </span>
        </div>
        {error !== null && <ErrorNotice error={error} />}
        {learner.error !== null && <ErrorNotice error={learner.error} />}
        {own && <FaultList faults={faults} steps={steps} />}
        {steps.length === 0 && <p className={list.muted}>{t('noSteps')}</p>}
        {steps.length > 0 && done === steps.length && (
          <p role="status" className={styles.finished}>
            {t('finished')}
          </p>
        )}
        <ol className={styles.steps}>
          {steps.map((step) => (
            <StepRow
              key={step.id}
              step={step}
              progress={progress.find(({ stepId }) => stepId === step.id)}
              isNext={step === next}
              waits={waitsFor(step, progress).flatMap((one) => steps.find((other) => other.id === one)?.title ?? [])}
              onBegin={() => void learner.begin(step.id)}
              onMark={(state, answers) => void learner.mark(step.id, state, answers)}
            />
          ))}
        </ol>
        <p className={list.foot}>
          {t(learner.isBrowsers ? 'private.browser' : 'private.machine')}
          {progress.length > 0 && (
            <>
              {' '}
              <button type="button" className={list.textButton} onClick={clear}>
                {t('clear')}
              </button>
            </>
          )}
        </p>
      </Page>
      <AnnouncementBar announcement={announcement} onDismiss={dismiss} />
    </>
  )
}
