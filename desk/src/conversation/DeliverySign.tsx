import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react'
import type { DeliveryPartsFragment, DeliveryStatus } from '../generated/operations.ts'
import { useWords } from '../words/use-words.ts'

const icons: Record<DeliveryStatus, typeof Check> = {
  SENDING: Clock,
  SENT: Check,
  DELIVERED: CheckCheck,
  READ: CheckCheck,
  FAILED: CircleAlert,
}

/** How far a message of ours got, in a sign and a word. */
export function DeliverySign({ delivery }: { delivery: DeliveryPartsFragment }) {
  const { t, exactTime } = useWords()
  const Icon = icons[delivery.status]
  return (
    <p
      title={exactTime(delivery.at)}
      className={`flex items-center justify-end gap-1 text-12 ${delivery.status === 'FAILED' ? 'text-bad' : 'text-ink-soft'}`}
    >
      <Icon size={13} aria-hidden />
      {t(`delivery.${delivery.status}`)}
      {delivery.status === 'FAILED' && delivery.reason && <span>· {delivery.reason}</span>}
    </p>
  )
}
