import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MaterialsList } from '../../materials/list/materials-list.tsx'
import { StartDialog } from '../../materials/list/start-dialog.tsx'
import { Teaching } from '../../materials/list/teaching.tsx'
import { materialsQuery } from '../../materials/material-queries.ts'
import { StoryDialog } from './story-dialog.tsx'

const route = getRouteApi('/drills')

/** `/drills`: what was made here and what came ready, and the ways to a new one. */
export function DrillsPage() {
  const { t } = useTranslation('drills')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/drills' })
  const [open, setOpen] = useState<'start' | 'story'>()
  const own = useQuery(materialsQuery({ type: 'drill', own: true, limit: 1 }))
  const narrowed = Object.values(address).some(Boolean)
  return (
    <>
      <MaterialsList
        type="drill"
        title={t('list.title')}
        lead={t('list.lead')}
        address={address}
        onAddress={(search) => void navigate({ search, replace: true })}
        onNew={() => setOpen('start')}
        make={
          <>
            <Button type="primary" onClick={() => setOpen('start')}>
              {t('list.make')}
            </Button>
            <Button onClick={() => setOpen('story')}>{t('list.fromStory')}</Button>
          </>
        }
        empty={null}
      >
        {own.data?.total === 0 && !narrowed && (
          <Teaching
            title={t('list.emptyTitle')}
            what={t('list.emptyWhat')}
            example={t('list.example')}
            lines={[t('list.exampleTurn'), t('list.exampleA'), t('list.exampleB'), t('list.exampleC')]}
            how={t('list.emptyHow')}
          />
        )}
      </MaterialsList>
      <StartDialog
        type="drill"
        open={open === 'start'}
        title={t('list.make')}
        example={t('list.nameExample')}
        onClose={() => setOpen(undefined)}
      />
      <StoryDialog open={open === 'story'} onClose={() => setOpen(undefined)} />
    </>
  )
}
