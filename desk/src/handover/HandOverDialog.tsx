import { type FormEvent, useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useMutation } from 'urql'
import { type ContactCardFragment, type TransferKind, TransferWorkDocument } from '../generated/operations.ts'
import { useToasts } from '../toasts/toast-context.ts'
import { outcomeWord } from '../words/outcome-word.ts'
import { useWords, type Word } from '../words/use-words.ts'
import { type HandOverDraft, handOverInput } from './hand-over-draft.ts'
import { TargetList } from './TargetList.tsx'

interface HandOverDialogProperties {
  contact: ContactCardFragment
  onClose: () => void
  /** It has left these hands. */
  onLeft: () => void
}

const kinds: readonly TransferKind[] = ['COLD', 'WARM', 'CONSULT']
const choice =
  'control cursor-pointer has-[:checked]:border-accent has-[:checked]:bg-accent-soft has-[:checked]:text-accent has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-accent'

/** Hands a contact on: to a person or a queue; at once, after a word with them, or only for advice. */
export function HandOverDialog({ contact, onClose, onLeft }: HandOverDialogProperties) {
  const { t } = useWords()
  const toasts = useToasts()
  const [{ fetching }, transfer] = useMutation(TransferWorkDocument)
  const [draft, setDraft] = useState<HandOverDraft>({
    to: 'person',
    kind: 'COLD',
    targetId: undefined,
    note: '',
  })
  const [targetName, setTargetName] = useState('')
  const [refusal, setRefusal] = useState<Word>()
  const set = (part: Partial<HandOverDraft>) => setDraft({ ...draft, ...part })
  const input = handOverInput(contact.id, draft)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!input || fetching) return
    const refused = outcomeWord(await transfer({ input }))
    setRefusal(refused)
    if (refused) return
    toasts.show({ text: t(`handover.done.${input.kind}`, { name: targetName }), tone: 'plain' })
    onClose()
    if (input.kind === 'COLD') onLeft()
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
            data-testid="hand-over"
            onSubmit={(event) => void submit(event)}
          >
            <Heading slot="title" className="text-16 font-semibold">
              {t('handover.title')}
            </Heading>
            <fieldset className="flex gap-2">
              <legend className="sr-only">{t('handover.to')}</legend>
              {(['person', 'queue'] as const).map((to) => (
                <label key={to} className={`${choice} flex-1`}>
                  <input
                    type="radio"
                    name="to"
                    className="sr-only"
                    checked={draft.to === to}
                    onChange={() => set({ to, targetId: undefined })}
                  />
                  {t(`handover.to.${to}`)}
                </label>
              ))}
            </fieldset>
            {draft.to === 'person' && (
              <fieldset className="flex flex-col gap-1.5">
                <legend className="mb-1 font-medium">{t('handover.how')}</legend>
                {kinds.map((kind) => (
                  <label key={kind} className="flex items-start gap-2">
                    <input
                      type="radio"
                      name="kind"
                      className="mt-0.5 size-4 accent-accent"
                      checked={draft.kind === kind}
                      onChange={() => set({ kind })}
                    />
                    <span>
                      {t(`handover.kind.${kind}`)}
                      <span className="block text-12 text-ink-soft">{t(`handover.kind.${kind}.hint`)}</span>
                    </span>
                  </label>
                ))}
              </fieldset>
            )}
            <TargetList
              key={draft.to}
              to={draft.to}
              contact={contact}
              chosenId={draft.targetId}
              onChoose={({ id, name }) => {
                setTargetName(name)
                set({ targetId: id })
              }}
            />
            <label className="flex flex-col gap-1">
              <span className="font-medium">{t('handover.note')}</span>
              <textarea
                className="field"
                rows={2}
                maxLength={1_000}
                value={draft.note}
                onChange={({ target }) => set({ note: target.value })}
              />
            </label>
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
                {t(`handover.do.${input?.kind ?? 'COLD'}`)}
              </button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
