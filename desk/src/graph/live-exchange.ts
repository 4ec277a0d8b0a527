import type { Live } from '@throughline/live-client/open-live-over'
import type { TopicResult } from '@throughline/live-client/topic-result'
import { type Exchange, type OperationResult, subscriptionExchange } from 'urql'
import { hashOf } from './document-sent.ts'

type Observer = Parameters<
  ReturnType<Parameters<typeof subscriptionExchange>[0]['forwardSubscription']>['subscribe']
>[0]

/** A topic that is back sooner, in milliseconds, was not stale: tokens are renewed all the time. */
const staleMs = 1_000

/**
 * Subscriptions of views over the live connection. A topic that stays cut off gives its last result again, as stale.
 * @param staleAfterMs how long it may be cut off
 */
export const liveExchange = (live: Live, staleAfterMs = staleMs): Exchange =>
  subscriptionExchange({
    forwardSubscription: ({ query = '', operationName, variables }) => ({
      subscribe(observer) {
        let last: TopicResult<unknown> | undefined
        let later: ReturnType<typeof setTimeout> | undefined
        const give = (result: TopicResult<unknown>, stale: boolean) => {
          last = result
          observer.next({ ...result, extensions: { ...result.extensions, stale } } as Parameters<
            Observer['next']
          >[0])
        }
        const topic = live.follow({
          query,
          sha256Hash: hashOf(operationName),
          variables: variables as Record<string, unknown>,
          onData: (_data, result) => give(result, false),
          onFailed: (result) => give(result, false),
          onStale: (stale) => {
            clearTimeout(later)
            const tell = () => last && give(last, stale)
            if (stale) later = setTimeout(tell, staleAfterMs)
            else tell()
          },
          onEnd: ({ code, message }) => observer.error(Object.assign(new Error(message), { code })),
        })
        return {
          unsubscribe() {
            clearTimeout(later)
            topic.leave()
          },
        }
      },
    }),
  })

/** Whether a live result may be old: its topic was cut off and has not come back. */
export const isStale = ({ extensions }: Pick<OperationResult, 'extensions'>): boolean =>
  extensions?.['stale'] === true
