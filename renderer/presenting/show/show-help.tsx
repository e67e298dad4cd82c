import { useTranslation } from 'react-i18next'
import keyStyles from '../../app/key-help.module.css'
import { KeyRow } from '../../app/key-help.tsx'
import { Dialog } from '../../design/dialog.tsx'

const rows = [
  { keys: ['→', 'Space', 'PageDown'], does: 'next' },
  { keys: ['←', 'PageUp'], does: 'previous' },
  { keys: ['1 2', 'Enter'], does: 'number' },
  { keys: ['Home', 'End'], does: 'ends' },
  { keys: ['B', 'W'], does: 'black' },
  { keys: ['Esc', 'O'], does: 'overview' },
  { keys: ['F', 'F5'], does: 'full' },
  { keys: ['S'], does: 'speaker' },
  { keys: ['N'], does: 'notes' },
  { keys: ['P'], does: 'pointer' },
  { keys: ['Z'], does: 'zoom' },
  { keys: ['?'], does: 'help' },
] as const

export function ShowHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('presenting')
  return (
    <Dialog open={open} title={t('help.title')} onClose={onClose}>
      <dl className={keyStyles.keys}>
        {rows.map(({ keys, does }) => (
          <KeyRow key={does} keys={keys} does={t(`help.${does}`)} />
        ))}
      </dl>
    </Dialog>
  )
}
