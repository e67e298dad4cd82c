import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import desk from '../publishing/publishing.module.css'
import { TextField } from '../publishing/text-field.tsx'
import { useAbout } from '../settings/use-about.ts'
import { useChannels } from './use-channels.ts'

interface RepairFormProps {
  readonly channel: string
  /** @param from undefined for where the channel was received */
  readonly onRepair: (from: string | undefined) => void
}

/** Fetches what is damaged again: from where the channel was received, or from another place that has it. */
export function RepairForm({ channel, onRepair }: RepairFormProps) {
  const { t } = useTranslation('updates')
  const received = useChannels().data?.find(({ id }) => id === channel)?.receivedFrom ?? ''
  const [typed, setTyped] = useState<string>()
  // Whose visitors sit at other machines: they name no folders of this one.
  const namesPlaces = useAbout().data?.shell !== 'serve'
  const from = (typed ?? received).trim()
  const repair = () => {
    if (from !== '') onRepair(from === received ? undefined : from)
  }
  return (
    <div className={desk.stack}>
      {namesPlaces && (
        <TextField
          label={t('repair.from')}
          value={typed ?? received}
          hint={t('repair.hint')}
          maxLength={4000}
          onChange={setTyped}
          onEnter={repair}
        />
      )}
      <div className={desk.actions}>
        <Button type="primary" disabled={from === ''} onClick={repair}>
          {t('repair.start')}
        </Button>
      </div>
    </div>
  )
}
