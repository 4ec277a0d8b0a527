import { createContext, useContext } from 'react'
import type { Account } from './account.ts'

/** The person at this desk, and the way out. */
export interface AtDesk {
  account: Account
  leave: () => void
}

export const AccountContext = createContext<AtDesk | undefined>(undefined)

/** @throws Error outside of a signed-in desk */
export function useAtDesk(): AtDesk {
  const atDesk = useContext(AccountContext)
  if (!atDesk) throw new Error('nobody is signed in here')
  return atDesk
}

/** Whether this person serves customers. */
export const servesCustomers = (account: Account): boolean => account.roles.includes('agent')

/** The view that opens first: the board for those who watch over queues, the inbox for those who serve. */
export const landingView = (account: Account): '/inbox' | '/board' =>
  servesCustomers(account) && !account.roles.includes('supervisor') ? '/inbox' : '/board'

/** Whether this person may steer contacts and set how they are routed. */
export const managesRouting = (account: Account): boolean =>
  account.roles.includes('supervisor') || account.roles.includes('admin')
