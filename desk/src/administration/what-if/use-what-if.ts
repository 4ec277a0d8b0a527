import { useCallback, useRef, useState } from 'react'
import { useClient } from 'urql'
import { WhatIfDocument, type WhatIfInput, type WhatIfQuery } from '../../generated/operations.ts'
import { type WhatIfRefusal, whatIfRefusal } from './what-if-refusal.ts'

/** A question under way, and what came of the last one. */
export interface WhatIfRun {
  running: boolean
  answer: WhatIfQuery['whatIf'] | undefined
  refusal: WhatIfRefusal | undefined
  /** The question was changed after it was answered. */
  outdated: boolean
  /** @returns whether it was answered */
  ask: (input: WhatIfInput) => Promise<boolean>
  touched: () => void
}

/** Asks what would be. Only the newest question counts. */
export function useWhatIf(): WhatIfRun {
  const client = useClient()
  const newest = useRef(0)
  const [state, setState] = useState<Omit<WhatIfRun, 'ask' | 'touched'>>({
    running: false,
    answer: undefined,
    refusal: undefined,
    outdated: false,
  })
  const ask = useCallback(
    async (input: WhatIfInput) => {
      newest.current += 1
      const own = newest.current
      setState((old) => ({ ...old, running: true, refusal: undefined }))
      // Chance is fixed by the seed, but what was recorded goes on: an old answer is no answer.
      const { data, error } = await client
        .query(WhatIfDocument, { input }, { requestPolicy: 'network-only' })
        .toPromise()
      if (own !== newest.current) return false
      const refusal = whatIfRefusal(error)
      setState((old) =>
        data && !refusal
          ? { running: false, answer: data.whatIf, refusal: undefined, outdated: false }
          : { ...old, running: false, refusal, outdated: old.answer !== undefined },
      )
      return !refusal
    },
    [client],
  )
  const touched = useCallback(
    () => setState((old) => (old.answer && !old.outdated ? { ...old, outdated: true } : old)),
    [],
  )
  return { ...state, ask, touched }
}
