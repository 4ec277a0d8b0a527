import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import {
  type ContactCardFragment,
  OpenContactDocument,
  type ReservationPartsFragment,
} from '../generated/operations.ts'
import { useInbox } from '../inbox/inbox-context.tsx'
import type { ThreadState } from './thread-state.ts'

/** A conversation's contact as routing has it, and this agent's own part in it. */
export interface Contact {
  /** Undefined when it is in other hands, or waits. */
  reservation: ReservationPartsFragment | undefined
  /** Undefined when no contact is open, and while it is not known. */
  work: ContactCardFragment | undefined
}

/** The open contact of a conversation: live where it is in hand, and read again with the conversation where it is not. */
export function useContact(conversationId: string, state: ThreadState): Contact {
  const reservation = useInbox().inHand.find((entry) => entry.workItem.conversationId === conversationId)
  const [{ data }, ask] = useQuery({
    query: OpenContactDocument,
    variables: { conversationId },
    requestPolicy: 'network-only',
    pause: reservation !== undefined,
  })
  const seen = useRef(state.conversation)
  useEffect(() => {
    if (reservation || seen.current === state.conversation) return
    seen.current = state.conversation
    ask({ requestPolicy: 'network-only' })
  }, [reservation, state.conversation, ask])
  return {
    reservation,
    work: reservation?.workItem ?? data?.conversation?.openSession?.workItem ?? undefined,
  }
}
