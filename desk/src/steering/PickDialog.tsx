import { Command } from 'cmdk'
import type { ReactNode } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { Failure, Skeleton } from '../app/states.tsx'
import type { Problem } from '../graph/problem.ts'
import { useWords } from '../words/use-words.ts'

/** Something to choose. */
export interface Choice {
  id: string
  name: string
  /** How it is shown. */
  children: ReactNode
}

interface PickDialogProperties {
  title: string
  placeholder: string
  /** Undefined while nothing has arrived. */
  choices: readonly Choice[] | undefined
  problem: Problem | undefined
  onRetry: () => void
  onPick: (choice: Choice) => void
  onClose: () => void
  /** Told what is typed, where the choices are searched for elsewhere. */
  onSearch?: (search: string) => void
}

/** One of many, found by typing: arrows move, Enter takes, Esc leaves. */
export function PickDialog(properties: PickDialogProperties) {
  const { t } = useWords()
  const { title, choices, problem, onSearch } = properties
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => !open && properties.onClose()}
      isDismissable
      className="fixed inset-0 z-20 bg-[rgb(0_0_0/0.35)] p-4 pt-[12vh]"
    >
      <Modal className="mx-auto w-full max-w-lg overflow-hidden rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal aria-label={title} className="outline-none">
          <Command label={title} shouldFilter={!onSearch}>
            <p className="px-4 pt-3 font-semibold">{title}</p>
            <Command.Input
              autoFocus
              placeholder={properties.placeholder}
              className="h-11 w-full border-b border-line bg-transparent px-4 text-14 outline-none"
              {...(onSearch ? { onValueChange: onSearch } : {})}
            />
            <Command.List className="max-h-80 overflow-y-auto p-1">
              {choices ? (
                <Command.Empty className="p-3 text-ink-soft">{t('palette.none')}</Command.Empty>
              ) : problem ? (
                <Failure problem={problem} onRetry={properties.onRetry} />
              ) : (
                <Skeleton rows={5} />
              )}
              {choices?.map((choice) => (
                <Command.Item
                  key={choice.id}
                  value={`${choice.name} ${choice.id}`}
                  className="flex min-h-9 cursor-pointer items-center gap-3 rounded-md px-3 data-[selected=true]:bg-accent-soft"
                  onSelect={() => {
                    properties.onClose()
                    properties.onPick(choice)
                  }}
                >
                  {choice.children}
                </Command.Item>
              ))}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
