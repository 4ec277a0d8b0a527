import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { CallbackDialog } from '../callback/CallbackDialog.tsx'
import { managesRouting, useAtDesk } from '../session/account-context.ts'
import { WhyDialog } from '../why/WhyDialog.tsx'
import { AgentPicker } from './AgentPicker.tsx'
import { QueuePicker } from './QueuePicker.tsx'
import { type Steering, SteeringContext } from './steering-context.ts'
import type { SteeredContact } from './steered-contact.ts'
import { useSteer } from './use-steer.ts'

/** Lets supervisors steer contacts from every view, and asks what a command still needs. */
export function SteeringProvider({ children }: { children: ReactNode }) {
  const { account } = useAtDesk()
  return managesRouting(account) ? <Steered accountId={account.id}>{children}</Steered> : children
}

interface Asking {
  contact: SteeredContact
  steer: 'assign' | 'move' | 'callBack' | 'why'
}

function Steered({ accountId, children }: { accountId: string; children: ReactNode }) {
  const steer = useSteer()
  const [subject, select] = useState<SteeredContact>()
  const [asking, ask] = useState<Asking>()
  const close = useCallback(() => ask(undefined), [])
  const steering = useMemo<Steering>(
    () => ({
      subject,
      select,
      begin: (contact, wanted) => {
        if (wanted === 'pull' || wanted === 'cancelCallback') void steer(contact, { kind: wanted })
        else ask({ contact, steer: wanted })
      },
      setPriority: (contact, priority) => void steer(contact, { kind: 'reprioritize', priority }),
    }),
    [subject, steer],
  )
  const contact = asking?.contact
  return (
    <SteeringContext value={steering}>
      {children}
      {contact && asking.steer === 'assign' && (
        <AgentPicker
          contact={contact}
          onClose={close}
          onPick={(agent) => void steer(contact, { kind: 'assign', agent })}
        />
      )}
      {contact && asking.steer === 'move' && (
        <QueuePicker
          contact={contact}
          onClose={close}
          onPick={(queue) => void steer(contact, { kind: 'move', queue })}
        />
      )}
      {contact && asking.steer === 'callBack' && (
        <CallbackDialog
          workItemId={contact.workItemId}
          name={contact.name}
          agent={contact.agent}
          own={contact.agent?.id === accountId}
          onClose={close}
        />
      )}
      {contact && asking.steer === 'why' && (
        <WhyDialog workItemId={contact.workItemId} name={contact.name} onClose={close} />
      )}
    </SteeringContext>
  )
}
