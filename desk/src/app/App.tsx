import { useCallback, useEffect, useState } from 'react'
import { type Account, AccountError, currentAccount, signOut } from '../session/account.ts'
import { SignIn } from '../session/SignIn.tsx'
import { Desk } from './Desk.tsx'
import { Failure } from './states.tsx'

type Entrance =
  | { kind: 'asking' }
  | { kind: 'out' }
  | { kind: 'in'; account: Account }
  | { kind: 'failed'; code: string; requestId?: string }

/** Finds out who is here: the desk for those who are signed in, the way in for the others. */
export function App() {
  const [entrance, setEntrance] = useState<Entrance>({ kind: 'asking' })
  const ask = useCallback(() => {
    currentAccount().then(
      (account) => setEntrance(account ? { kind: 'in', account } : { kind: 'out' }),
      (error: unknown) =>
        setEntrance({
          kind: 'failed',
          code: error instanceof AccountError ? error.code : 'UNREACHABLE',
          requestId: error instanceof AccountError ? error.requestId : undefined,
        }),
    )
  }, [])
  useEffect(ask, [ask])
  const out = useCallback(() => setEntrance({ kind: 'out' }), [])
  const leave = useCallback(() => {
    // Also when the server cannot be reached: whoever leaves must not find the desk open.
    signOut().then(out, out)
  }, [out])

  if (entrance.kind === 'in') return <Desk account={entrance.account} onLeave={leave} onSignInEnded={out} />
  if (entrance.kind === 'out')
    return <SignIn onSignedIn={(account) => setEntrance({ kind: 'in', account })} />
  if (entrance.kind === 'failed') return <Failure problem={entrance} onRetry={ask} />
  return null
}
