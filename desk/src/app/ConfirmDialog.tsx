import type { ReactNode } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'

interface ConfirmDialogProperties {
  open: boolean
  onClose: () => void
  title: string
  /** What the button that does it says. */
  label: string
  busy?: boolean
  onConfirm: () => void
  children: ReactNode
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog(properties: ConfirmDialogProperties) {
  const { t } = useWords()
  return (
    <ModalOverlay
      isOpen={properties.open}
      onOpenChange={(next) => !next && properties.onClose()}
      isDismissable
      className="fixed inset-0 z-20 grid place-items-center bg-[rgb(0_0_0/0.35)] p-4"
    >
      <Modal className="w-full max-w-sm rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal role="alertdialog" className="flex flex-col gap-4 p-5 outline-none">
          <Heading slot="title" className="text-16 font-semibold">
            {properties.title}
          </Heading>
          {properties.children}
          <div className="flex justify-end gap-2">
            <button type="button" className="control" onClick={properties.onClose}>
              {t('form.cancel')}
            </button>
            <button
              type="button"
              className="control control-main"
              disabled={properties.busy}
              onClick={properties.onConfirm}
            >
              {properties.label}
            </button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
