import { useLocation } from '@tanstack/react-router'
import { useWide } from '../app/use-wide.ts'
import { useInbox } from './inbox-context.tsx'
import { OfferCard } from './OfferCard.tsx'

/** Whether the list, with the offer on top of it, is on screen. */
export function useListShown(): boolean {
  const path = useLocation({ select: (location) => location.pathname })
  const wide = useWide()
  return /\/inbox\/?$/.test(path) || (wide && path.includes('/inbox/'))
}

/** The offer where the list is not on screen: an agent who looks at the board must see it too. */
export function FloatingOffer() {
  const { offers } = useInbox()
  const listShown = useListShown()
  const [offer, ...others] = offers
  if (listShown || !offer) return null
  return (
    <div className="fixed right-2 bottom-14 z-10 w-80 max-w-[calc(100vw-16px)] wide:right-4 wide:bottom-4">
      <OfferCard key={offer.id} offer={offer} more={others.length} />
    </div>
  )
}
