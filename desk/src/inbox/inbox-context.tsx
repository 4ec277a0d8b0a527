import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import { useSubscription } from 'urql'
import { useShelf } from '../conversation/use-thread.ts'
import {
  AgentInboxDocument,
  type AgentInboxSubscription,
  type ReservationPartsFragment,
} from '../generated/operations.ts'
import { isStale } from '../graph/live-exchange.ts'
import { useLine } from '../graph/line-state.ts'
import { type Problem, problemOf } from '../graph/problem.ts'
import { servesCustomers, useAtDesk } from '../session/account-context.ts'

/** What is offered to this agent and what they have in hand. */
export interface Inbox {
  agent: AgentInboxSubscription['agentInbox']['agent'] | undefined
  offers: readonly ReservationPartsFragment[]
  inHand: readonly ReservationPartsFragment[]
  /** Why nothing is here, or, beside contacts, which part is missing. */
  problem: Problem | undefined
  /** What is here may be old: the inbox cannot be reached just now. */
  stale: boolean
  loading: boolean
}

const nothing: Inbox = {
  agent: undefined,
  offers: [],
  inHand: [],
  problem: undefined,
  stale: false,
  loading: false,
}
const InboxContext = createContext<Inbox>(nothing)

/** Follows the agent's inbox for all views, and stays with the conversations in hand. */
export function InboxProvider({ children }: { children: ReactNode }) {
  const { account } = useAtDesk()
  const shelf = useShelf()
  const [{ data, error, extensions }] = useSubscription({
    query: AgentInboxDocument,
    pause: !servesCustomers(account),
  })
  const state = data?.agentInbox
  // While the line is broken that is said for everything.
  const { state: line } = useLine()
  const stale = isStale({ extensions }) && line === 'online'
  const inbox = useMemo<Inbox>(
    () => ({
      agent: state?.agent,
      offers: state?.offers ?? [],
      inHand: state?.inHand ?? [],
      problem: problemOf(error),
      stale,
      loading: servesCustomers(account) && !state && !error,
    }),
    [state, error, stale, account],
  )

  const conversations = inbox.inHand.map((reservation) => reservation.workItem.conversationId).join()
  useEffect(() => {
    const releases = conversations ? conversations.split(',').map((id) => shelf.hold(id)) : []
    return () => {
      for (const release of releases) release()
    }
  }, [conversations, shelf])

  return <InboxContext value={inbox}>{children}</InboxContext>
}

/** The inbox as it is now; empty for people who do not serve customers. */
export const useInbox = (): Inbox => useContext(InboxContext)
