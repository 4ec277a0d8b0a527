import { X } from 'lucide-react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import { WhyPanel } from './WhyPanel.tsx'

interface WhyDialogProperties {
  workItemId: string
  /** The customer's name. */
  name: string
  onClose: () => void
}

/** Why a contact went to its agent, over whatever is shown. */
export function WhyDialog({ workItemId, name, onClose }: WhyDialogProperties) {
  const { t } = useWords()
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && onClose()}
      isDismissable
      className="fixed inset-0 z-20 grid place-items-center overflow-y-auto bg-[rgb(0_0_0/0.35)] p-4"
    >
      <Modal className="w-full max-w-xl rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal className="flex max-h-[85vh] flex-col gap-3 p-5 outline-none">
          <div className="flex items-start justify-between gap-3">
            <Heading slot="title" className="text-16 font-semibold">
              {t('why.titleOf', { name })}
            </Heading>
            <button
              type="button"
              className="control control-quiet control-icon"
              aria-label={t('form.close')}
              onClick={onClose}
            >
              <X size={16} aria-hidden />
            </button>
          </div>
          <div className="min-h-0 overflow-y-auto">
            <WhyPanel workItemId={workItemId} />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
