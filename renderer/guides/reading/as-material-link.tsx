import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ItemView } from '../../../library/items/item-view.ts'
import type { MATERIAL_LABELS, MATERIAL_MEDIA_TYPE } from '../../../library/meetings/materials/material.schema.ts'

const recordType: typeof MATERIAL_MEDIA_TYPE = 'application/vnd.xinhuo.material+json'
const labels: Pick<typeof MATERIAL_LABELS, 'drill' | 'guide'> = { drill: '情景演练', guide: '操作指南' }

interface AsMaterialLinkProps {
  readonly item: Pick<ItemView, 'itemId' | 'label' | 'attachments'>
  readonly className: string | undefined
}

/** From the text of a guide to its steps, one large one at a time; from a drill's to its scenes. Nothing for other items. */
export function AsMaterialLink({ item, className }: AsMaterialLinkProps) {
  const { t } = useTranslation('guides')
  const params = { id: item.itemId }
  if (!item.attachments.some(({ mediaType }) => mediaType === recordType)) return null
  if (item.label !== labels.guide && item.label !== labels.drill) return null
  return (
    <p className={className}>
      {item.label === labels.guide ? (
        <Link to="/guides/$id" params={params} search={{ step: '0' }}>
          {t('read.open')}
        </Link>
      ) : (
        <Link to="/drills/$id" params={params} search={{}}>
          {t('read.openDrill')}
        </Link>
      )}
    </p>
  )
}
