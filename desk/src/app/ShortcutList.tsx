import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'

const shortcuts = [
  { keys: ['j', 'k'], word: 'shortcuts.move' },
  { keys: ['Enter', 'a'], word: 'shortcuts.accept' },
  { keys: ['r'], word: 'shortcuts.reply' },
  { keys: ['/'], word: 'shortcuts.articles' },
  { keys: ['e'], word: 'shortcuts.end' },
  { keys: ['t'], word: 'shortcuts.handOver' },
  { keys: ['Esc'], word: 'shortcuts.leave' },
  { keys: ['z'], word: 'shortcuts.undo' },
  { keys: ['⌘K'], word: 'palette.title' },
  { keys: ['?'], word: 'shortcuts.list' },
] as const

/** The keys that work everywhere at the desk. */
export function ShortcutList({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useWords()
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(next) => !next && onClose()}
      isDismissable
      className="fixed inset-0 z-20 grid place-items-center bg-[rgb(0_0_0/0.35)] p-4"
    >
      <Modal className="w-full max-w-sm rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal className="p-5 outline-none">
          <Heading slot="title" className="mb-3 text-16 font-semibold">
            {t('shortcuts.title')}
          </Heading>
          <dl className="flex flex-col gap-2">
            {shortcuts.map(({ keys, word }) => (
              <div key={word} className="flex items-center justify-between gap-4">
                <dt>{t(word)}</dt>
                <dd className="flex gap-1">
                  {keys.map((key) => (
                    <kbd key={key} className="keycap font-sans">
                      {key}
                    </kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
