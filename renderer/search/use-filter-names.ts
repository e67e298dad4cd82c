import { useTranslation } from 'react-i18next'
import type { ChosenFilter } from './chosen-filters.ts'
import { itemKinds, validities } from './search-filters.ts'
import { typedFromDate } from './typed-date.ts'
import { useChannelNames } from './use-channel-names.ts'

/** What a filter in use is called, and its value, in the interface's language. */
export function useFilterNames(): (chosen: ChosenFilter) => { readonly name: string; readonly value: string } {
  const { t } = useTranslation(['search', 'app'])
  const channelName = useChannelNames()
  const valueText = ({ name, value }: ChosenFilter): string => {
    if (name === 'after' || name === 'before') return typedFromDate(value, name)
    const kind = itemKinds.find((one) => name === 'kind' && one === value)
    const validity = validities.find((one) => name === 'validity' && one === value)
    if (kind) return t(`app:kind.${kind}`)
    if (validity) return t(`app:validity.${validity}`)
    return name === 'channel' ? channelName(value) : value
  }
  return (chosen) => ({ name: t(chosen.name), value: valueText(chosen) })
}
