import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Favourite } from '../../library/reading/reading-view.ts'
import { anchorText } from '../design/anchor-text.ts'
import { EmptyNotice } from '../design/empty-notice.tsx'
import { ErrorNotice } from '../design/error-notice.tsx'
import { Icon } from '../design/icon.tsx'
import { LoadingNotice } from '../design/loading-notice.tsx'
import { ValidityBadge } from '../design/validity-badge.tsx'
import { useTaking } from '../meetings/taking/taking-context.ts'
import styles from './favourites-page.module.css'
import { useFavourites, useRemoveFavourite } from './use-favourites.ts'

export function FavouriteList() {
  const { t } = useTranslation('favourites')
  const favourites = useFavourites()
  if (favourites.isPending) return <LoadingNotice />
  if (favourites.isError) return <ErrorNotice error={favourites.error} onRetry={() => void favourites.refetch()} />
  if (favourites.data.length === 0) {
    return (
      <EmptyNotice title={t('emptyFavouritesTitle')}>
        <p>{t('emptyFavourites')}</p>
      </EmptyNotice>
    )
  }
  return (
    <ul className={styles.list}>
      {favourites.data.map((favourite) => (
        <FavouriteRow key={`${favourite.itemId}#${favourite.anchor}`} favourite={favourite} />
      ))}
    </ul>
  )
}

function FavouriteRow({ favourite }: { readonly favourite: Favourite }) {
  const { t } = useTranslation('favourites')
  const { t: meetings } = useTranslation('meetings')
  const take = useTaking()
  const remove = useRemoveFavourite()
  const { itemId, anchor, title, kind, validity } = favourite
  const place = anchorText(anchor)
  return (
    <li>
      <div className={styles.row}>
        <Icon name={kind} />
        <Link to="/item/$itemId" params={{ itemId }} hash={anchor} className={styles.place}>
          {title}
          {place !== '' && <span className={styles.anchor}>{place}</span>}
        </Link>
        {kind === 'policy' && <ValidityBadge validity={validity} />}
        <Button
          type="text"
          size="small"
          icon={<Icon name="meeting" />}
          aria-label={`${meetings('take.action')}：${title}${place}`}
          title={meetings('take.action')}
          onClick={() => take({ reference: { itemId, ...(anchor !== '' && { anchor }) }, name: `${title}${place}` })}
        />
        <Button
          type="text"
          size="small"
          disabled={remove.isPending}
          aria-label={t('removeOf', { title, anchor: place })}
          onClick={() => remove.mutate(favourite)}
        >
          {t('remove')}
        </Button>
      </div>
      {remove.isError && <ErrorNotice error={remove.error} onRetry={() => remove.mutate(favourite)} />}
    </li>
  )
}
