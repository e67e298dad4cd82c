import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { StoryView } from '../../../library/stories/story-view.ts'
import layout from '../../design/form-desk.module.css'
import { SavingConflict } from '../../drafts/saving-conflict.tsx'
import { useActingPerson } from '../person/use-acting-person.ts'

interface WorkNoticesProps {
  readonly story: StoryView
  readonly recovered: 'none' | 'restored' | 'other-window'
  readonly conflict: boolean
  readonly changing: boolean
  readonly onChanging: () => void
  readonly onTheirs: () => void
  readonly onMine: () => void
}

/** What one has to know of this story before writing on. */
export function WorkNotices(props: WorkNoticesProps) {
  const { story, recovered, conflict, changing } = props
  const { t } = useTranslation(['storyWork', 'templates'])
  const person = useActingPerson()
  const checks = person?.roles.some((role) => role !== 'writer') === true
  const onTheWay = story.state !== 'draft' && story.state !== 'published' && story.state !== 'retired'
  const returned = story.state === 'draft' && story.events.findLast(({ type }) => type === 'step')?.step === 'return'
  return (
    <div className={layout.notices}>
      {recovered !== 'none' && (
        <p className={layout.notice}>{t(recovered === 'restored' ? 'notice.restored' : 'notice.restoredOther')}</p>
      )}
      {conflict && <SavingConflict says={t('notice.conflict')} onTheirs={props.onTheirs} onMine={props.onMine} />}
      {story.correcting && (
        <div className={layout.taken}>
          <p>{t('notice.correcting')}</p>
          <Link to="/item/$itemId" params={{ itemId: story.id }} search={{}}>
            {t('notice.readersSee')}
          </Link>
        </div>
      )}
      {returned && <p className={layout.notice}>{t('notice.returned')}</p>}
      {onTheWay && !changing && (
        <div className={layout.taken}>
          <p>{t(checks ? 'notice.onTheWay' : 'notice.onTheWayWriter')}</p>
          {checks && (
            <Button size="small" onClick={props.onChanging}>
              {t('notice.change')}
            </Button>
          )}
        </div>
      )}
      {story.state === 'published' && <p className={layout.taken}>{t('notice.published')}</p>}
      {story.state === 'retired' && <p className={layout.taken}>{t('notice.retired')}</p>}
    </div>
  )
}
