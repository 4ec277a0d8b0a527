import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useMutation } from 'urql'
import { Field } from '../forms/Field.tsx'
import { localMinute } from '../forms/local-minute.ts'
import { RequestCallbackDocument } from '../generated/operations.ts'
import { serverNow } from '../time/server-clock.ts'
import { useToasts } from '../toasts/toast-context.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'
import { type CallbackDraft, callbackInput, phoneOf } from './callback-draft.ts'

interface CallbackDialogProperties {
  workItemId: string
  /** The customer's name, or what stands for it. */
  name: string
  /** Who has the contact, and may promise to call; undefined while it waits. */
  agent: { id: string; name: string } | undefined
  /** The agent is the one who asks. */
  own: boolean
  onClose: () => void
}

const minuteMs = 60_000

/** Has the customer called back: when, at which number, and by whom. */
export function CallbackDialog({ workItemId, name, agent, own, onClose }: CallbackDialogProperties) {
  const { t } = useWords()
  const toasts = useToasts()
  const [{ fetching }, request] = useMutation(RequestCallbackDocument)
  const [draft, setDraft] = useState<CallbackDraft>(() => ({
    when: 'SOON',
    at: localMinute(serverNow() + 60 * minuteMs),
    phone: '',
    sameAgent: own,
  }))
  const [refusal, setRefusal] = useState<Word>()
  const set = (part: Partial<CallbackDraft>) => {
    setRefusal(undefined)
    setDraft({ ...draft, ...part })
  }
  const isNumber = phoneOf(draft.phone) !== undefined
  const input = callbackInput(workItemId, draft)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!input || fetching) return
    const refused = outcomeWord(await request({ input }))
    setRefusal(refused)
    if (refused) return
    toasts.show({ text: t('callback.requested', { name }), tone: 'plain' })
    onClose()
  }
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-20 grid place-items-center overflow-y-auto bg-[rgb(0_0_0/0.35)] p-4"
    >
      <Modal className="w-full max-w-md rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal className="outline-none">
          <form
            className="flex max-h-[88vh] flex-col gap-4 overflow-y-auto p-5"
            data-testid="callback"
            onSubmit={(event) => void submit(event)}
          >
            <Heading slot="title" className="text-16 font-semibold">
              {t('callback.title', { name })}
            </Heading>
            <fieldset className="flex flex-col gap-1.5">
              <legend className="mb-1 font-medium">{t('callback.when')}</legend>
              {(['SOON', 'AT'] as const).map((when) => (
                <label key={when} className="flex items-center gap-2">
                  <input
                    type="radio"
                    name="when"
                    className="size-4 accent-accent"
                    checked={draft.when === when}
                    onChange={() => set({ when })}
                  />
                  {t(`callback.when.${when}`)}
                </label>
              ))}
              {draft.when === 'AT' && (
                <input
                  type="datetime-local"
                  className="field figure ml-6 w-auto self-start"
                  aria-label={t('callback.when.AT')}
                  required
                  value={draft.at}
                  min={localMinute(serverNow() + minuteMs)}
                  max={localMinute(serverNow() + 30 * 1_440 * minuteMs)}
                  onChange={({ target }) => set({ at: target.value })}
                />
              )}
            </fieldset>
            <Field
              label={t('callback.phone')}
              hint={t('callback.phone.hint')}
              refusal={isNumber ? undefined : { field: 'phone', code: 'INVALID_PHONE' }}
            >
              {(control) => (
                <input
                  {...control}
                  type="tel"
                  autoComplete="off"
                  className="field figure"
                  value={draft.phone}
                  onChange={({ target }) => set({ phone: target.value })}
                />
              )}
            </Field>
            {agent && (
              <label className="flex items-center gap-2">
                <input
                  type="checkbox"
                  className="size-4 accent-accent"
                  checked={draft.sameAgent}
                  onChange={({ target }) => set({ sameAgent: target.checked })}
                />
                {own ? t('callback.byMe') : t('callback.byAgent', { agent: agent.name })}
              </label>
            )}
            {refusal && (
              <p role="alert" className="text-bad">
                {t(refusal)}
              </p>
            )}
            <div className="flex justify-end gap-2">
              <button type="button" className="control" onClick={onClose}>
                {t('form.cancel')}
              </button>
              <button type="submit" className="control control-main" disabled={!input || fetching}>
                {t('callback.request')}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
