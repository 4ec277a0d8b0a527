import { openLive } from '../../../live-client/src/open-live.ts'
import type { Live } from '../../../live-client/src/open-live-over.ts'
import { FollowedTopic } from '../../load/clients/followed-topic.ts'
import { followMessages } from '../../load/system/live-system.ts'

/** People with a desk: each follows one topic by the live client that desk and widget ship. */
export interface LiveClientCrowd {
  readonly followed: FollowedTopic[]
  /** Codes with which topics ended although nobody left them. */
  readonly ended: string[]
  close(): void
}

/** Lets every person follow a topic, in turn. */
export function openLiveClients(
  url: string,
  token: string,
  people: number,
  topics: string[],
): LiveClientCrowd {
  const lives: Live[] = []
  const ended: string[] = []
  const followed = Array.from({ length: people }, (_, index) => {
    const topic = new FollowedTopic(topics[index % topics.length] ?? '')
    const live = openLive({ url: `${url}/graphql`, token: () => token })
    lives.push(live)
    live.follow<{ messageAdded: { sequence: number } }>({
      query: followMessages,
      variables: { id: topic.id },
      onData: ({ messageAdded }) => topic.take(messageAdded),
      onEnd: ({ code }) => ended.push(code),
    })
    return topic
  })
  return {
    followed,
    ended,
    close() {
      for (const live of lives) live.close()
    },
  }
}
