import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MaterialsList } from '../../materials/list/materials-list.tsx'
import { StartDialog } from '../../materials/list/start-dialog.tsx'
import { Teaching } from '../../materials/list/teaching.tsx'
import { materialsQuery } from '../../materials/material-queries.ts'

const route = getRouteApi('/guides')

/** `/guides`: what was made here and what came ready, and the way to a new one. */
export function GuidesPage() {
  const { t } = useTranslation('guides')
  const address = route.useSearch()
  const navigate = useNavigate({ from: '/guides' })
  const [starting, setStarting] = useState(false)
  const own = useQuery(materialsQuery({ type: 'guide', own: true, limit: 1 }))
  const narrowed = Object.values(address).some(Boolean)
  return (
    <>
      <MaterialsList
        type="guide"
        title={t('list.title')}
        lead={t('list.lead')}
        address={address}
        onAddress={(search) => void navigate({ search, replace: true })}
        onNew={() => setStarting(true)}
        make={
          <Button type="primary" onClick={() => setStarting(true)}>
            {t('list.make')}
          </Button>
        }
        empty={null}
      >
        {own.data?.total === 0 && !narrowed && (
          <Teaching
            title={t('list.emptyTitle')}
            what={t('list.emptyWhat')}
            example={t('list.example')}
            lines={[t('list.exampleOne'), t('list.exampleTwo'), t('list.exampleThree')]}
            how={t('list.emptyHow')}
          />
        )}
      </MaterialsList>
      <StartDialog
        type="guide"
        open={starting}
        title={t('list.make')}
        example={t('list.nameExample')}
        onClose={() => setStarting(false)}
      />
    </>
  )
}
