import { useNavigate } from '@tanstack/react-router'
import { Command } from 'cmdk'
import { FlaskConical } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useMutation } from 'urql'
import { type PresenceStatus, SetPresenceDocument } from '../generated/operations.ts'
import { contactName } from '../inbox/contact-name.ts'
import { useInbox } from '../inbox/inbox-context.tsx'
import { managesRouting, useAtDesk } from '../session/account-context.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { PresenceSign } from '../signs/presence-sign.tsx'
import { SteerEntries } from '../steering/SteerEntries.tsx'
import { useSteering } from '../steering/steering-context.ts'
import { useWords } from '../words/use-words.ts'
import { PaletteEntry as Entry } from './PaletteEntry.tsx'
import type { View } from './views.ts'

const presences: PresenceStatus[] = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']

/** Everything that can be gone to or done, found by typing: ⌘K, or Ctrl+K. */
export function CommandPalette({ views }: { views: readonly View[] }) {
  const { t } = useWords()
  const { agent, inHand } = useInbox()
  const navigate = useNavigate()
  const [, setPresence] = useMutation(SetPresenceDocument)
  const { account } = useAtDesk()
  const steering = useSteering()
  const [open, setOpen] = useState(false)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen((shown) => !shown)
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const then = (action: () => unknown) => () => {
    setOpen(false)
    void action()
  }

  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={setOpen}
      isDismissable
      className="fixed inset-0 z-20 bg-[rgb(0_0_0/0.35)] p-4 pt-[12vh]"
    >
      <Modal className="mx-auto w-full max-w-lg overflow-hidden rounded-md border border-line bg-raised shadow-card">
        <Dialog data-modal aria-label={t('palette.title')} className="outline-none">
          <Command label={t('palette.title')}>
            <Command.Input
              autoFocus
              placeholder={t('palette.placeholder')}
              className="h-11 w-full border-b border-line bg-transparent px-4 text-14 outline-none"
            />
            <Command.List className="max-h-80 overflow-y-auto p-1">
              <Command.Empty className="p-3 text-ink-soft">{t('palette.none')}</Command.Empty>
              {inHand.map(({ id, workItem }) => (
                <Entry
                  key={id}
                  value={`${contactName(workItem) ?? t('contact.unknown')} ${id}`}
                  onSelect={then(() =>
                    navigate({
                      to: '/inbox/$conversationId',
                      params: { conversationId: workItem.conversationId },
                    }),
                  )}
                >
                  <ChannelSign channel={workItem.channel} />
                  {contactName(workItem) ?? t('contact.unknown')}
                </Entry>
              ))}
              {steering?.subject && (
                <SteerEntries steering={steering} contact={steering.subject} then={then} />
              )}
              {views.map(({ to, word, icon: Icon }) => (
                <Entry key={to} value={t(word)} onSelect={then(() => navigate({ to }))}>
                  <Icon size={14} aria-hidden />
                  {t(word)}
                </Entry>
              ))}
              {managesRouting(account) && (
                <Entry
                  value={t('nav.whatIf')}
                  onSelect={then(() => navigate({ to: '/administration/what-if' }))}
                >
                  <FlaskConical size={14} aria-hidden />
                  {t('nav.whatIf')}
                </Entry>
              )}
              {agent &&
                presences.map((status) => (
                  <Entry
                    key={status}
                    value={`${t('presence.menu')} ${t(`presence.${status}`)}`}
                    onSelect={then(() => setPresence({ status }))}
                  >
                    <PresenceSign presence={status} />
                  </Entry>
                ))}
            </Command.List>
          </Command>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
