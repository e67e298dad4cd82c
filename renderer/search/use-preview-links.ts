import { useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '../reading/copy-text.ts'
import { parseLink } from '../reading/passage-link.ts'

/** Follows the links inside a previewed text: to that text or another, and never out of the library. */
export function usePreviewLinks(
  body: RefObject<HTMLElement | null>,
  itemId: string,
  announce: (text: string) => void,
): void {
  const navigate = useNavigate()
  const { t } = useTranslation('search')
  useEffect(() => {
    const element = body.current
    if (!element) return
    const copyAddress = (address: string) =>
      void copyText(address).then(
        () => announce(t('cite.copied', { reference: address })),
        () => announce(t('cite.failed')),
      )
    const onClick = (event: MouseEvent) => {
      if (!(event.target instanceof Element)) return
      const button = event.target.closest<HTMLElement>('[data-copy-address]')
      if (button) copyAddress(button.dataset.copyAddress ?? '')
      const link = event.target.closest('a[href]')
      if (!link) return
      event.preventDefault()
      const target = parseLink(link.getAttribute('href') ?? '')
      if (target?.kind === 'outside') copyAddress(target.address)
      else if (target) {
        const other = target.kind === 'passage' ? itemId : target.itemId
        void navigate({ to: '/item/$itemId', params: { itemId: other }, hash: target.anchor })
      }
    }
    element.addEventListener('click', onClick)
    return () => element.removeEventListener('click', onClick)
  }, [body, itemId, navigate, announce, t])
}
