import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useMutation } from 'urql'
import { ConfirmDialog } from '../app/ConfirmDialog.tsx'
import { useShortcut } from '../app/use-shortcut.ts'
import { CallbackDialog } from '../callback/CallbackDialog.tsx'
import { type ContactCardFragment, RequeueWorkDocument } from '../generated/operations.ts'
import { useToasts } from '../toasts/toast-context.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'
import { HandOverDialog } from './HandOverDialog.tsx'

interface HandOverButtonsProperties {
  contact: ContactCardFragment
  /** The customer's name, or what stands for it. */
  name: string
}

/** How an agent passes a contact on that they have in hand. */
export function HandOverButtons({ contact, name }: HandOverButtonsProperties) {
  const { t } = useWords()
  const navigate = useNavigate()
  const toasts = useToasts()
  const [open, setOpen] = useState<'hand-over' | 'give-back' | 'call-back'>()
  const [{ fetching }, requeue] = useMutation(RequeueWorkDocument)
  const [refusal, setRefusal] = useState<Word>()
  const isPromised = contact.callback !== null && contact.callback.takenAt === null
  const close = () => setOpen(undefined)
  const leave = () => void navigate({ to: '/inbox' })
  useShortcut('t', () => setOpen('hand-over'))

  const giveBack = async () => {
    const refused = outcomeWord(await requeue({ workItemId: contact.id }))
    setRefusal(refused)
    if (refused) return
    close()
    toasts.show({ text: t('handover.givenBack'), tone: 'plain' })
    leave()
  }
  return (
    <>
      <button type="button" className="control" title="t" onClick={() => setOpen('hand-over')}>
        {t('handover.open')}
      </button>
      <button type="button" className="control max-small:hidden" onClick={() => setOpen('give-back')}>
        {t('handover.giveBack')}
      </button>
      {!isPromised && (
        <button type="button" className="control max-small:hidden" onClick={() => setOpen('call-back')}>
          {t('steer.callBack')}
        </button>
      )}
      {open === 'call-back' && contact.reservation && (
        <CallbackDialog
          workItemId={contact.id}
          name={name}
          agent={contact.reservation.agent}
          own
          onClose={close}
        />
      )}
      {open === 'hand-over' && <HandOverDialog contact={contact} onClose={close} onLeft={leave} />}
      <ConfirmDialog
        open={open === 'give-back'}
        onClose={close}
        title={t('handover.giveBack.title')}
        label={t('handover.giveBack')}
        busy={fetching}
        onConfirm={() => void giveBack()}
      >
        <p className="text-ink-soft">{t('handover.giveBack.hint')}</p>
        {refusal && (
          <p role="alert" className="text-bad">
            {t(refusal)}
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}
