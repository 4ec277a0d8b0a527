import { mergeMessages, resumeCursor } from '../../../widget/src/chat/merge-messages.ts'
import {
  keepOutbox,
  type Outgoing,
  restoreOutbox,
  withFailed,
  withoutConfirmed,
} from '../../../widget/src/chat/outbox.ts'
import { randomId } from '../../../widget/src/chat/random-id.ts'
import { type ChatStorage, createStorage } from '../../../widget/src/chat/storage.ts'
import {
  SendMessageDocument,
  ThreadChangedDocument,
  type ThreadChangedSubscription,
  ThreadGrewDocument,
  type ThreadGrewSubscription,
  ThreadHistoryDocument,
  type ThreadMessageFragment,
} from '../generated/operations.ts'
import type { Graph } from '../graph/client.ts'
import { documentSent } from '../graph/document-sent.ts'
import { type Problem, problemOf } from '../graph/problem.ts'
import { openSessionOf, type ThreadState, withDeliveries } from './thread-state.ts'

/**
 * Stays with one conversation: its history, what comes live after it, and what the agent sends. Order and
 * completeness come from the sequence; nothing is lost or doubled over broken connections.
 */
export class ThreadStore {
  readonly conversationId: string
  state: ThreadState
  readonly #graph: Graph
  readonly #storage: ChatStorage
  readonly #listeners = new Set<() => void>()
  #leave: (() => void)[] = []
  #closed = false
  readonly #ignoreLine: () => void

  constructor(graph: Graph, conversationId: string) {
    this.#graph = graph
    this.conversationId = conversationId
    this.#storage = createStorage(`desk:${conversationId}`)
    this.state = {
      history: 'loading',
      problem: undefined,
      conversation: undefined,
      messages: [],
      outbox: restoreOutbox(this.#storage),
      olderBefore: undefined,
      readSequence: Number(this.#storage.get('read') ?? 0),
    }
    this.#ignoreLine = graph.live.onLine(({ state }) => {
      if (state === 'online') void this.#sendAgain()
    })
    void this.load()
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): ThreadState => this.state

  /** Fetches the latest messages and follows what comes after them. A failure is a state. */
  async load(): Promise<void> {
    this.#set({ history: 'loading', problem: undefined })
    const problem = await this.#fetchLatest()
    if (this.#closed) return
    if (problem) this.#set({ history: 'failed', problem })
    else this.#follow()
  }

  /** Fetches the page before the oldest message that is here. */
  async loadOlder(): Promise<void> {
    const before = this.state.olderBefore
    if (!before) return
    const answer = await this.#graph.client.query(
      ThreadHistoryDocument,
      { id: this.conversationId, before },
      { requestPolicy: 'network-only' },
    )
    const messages = answer.data?.conversation?.messages
    if (!messages || this.#closed) return
    this.#add(messages.nodes)
    this.#set({ olderBefore: this.#olderOf(messages.pageInfo) })
  }

  /** Sends on the open session's channel, or sends once more what failed. */
  async send(text: string, again?: Outgoing): Promise<void> {
    const outgoing: Outgoing = {
      clientMessageId: again?.clientMessageId ?? randomId(),
      text,
      writtenAt: again?.writtenAt ?? new Date().toISOString(),
      status: 'sending',
    }
    const others = this.state.outbox.filter((entry) => entry.clientMessageId !== outgoing.clientMessageId)
    this.#setOutbox([...others, outgoing])
    const session = openSessionOf(this.state)
    const answer = session
      ? await this.#graph.client.mutation(SendMessageDocument, {
          input: { sessionId: session.id, text, clientMessageId: outgoing.clientMessageId },
        })
      : undefined
    const message = answer?.data?.sendMessage.message
    if (message) this.#add([message])
    else this.#setOutbox(withFailed(this.state.outbox, outgoing, Boolean(answer?.error?.networkError)))
  }

  /** The agent gives up a message that failed. */
  discard(outgoing: Outgoing): void {
    this.#setOutbox(this.state.outbox.filter((entry) => entry !== outgoing))
  }

  /** The agent has seen everything there is. */
  markRead(): void {
    const last = this.state.messages.at(-1)?.sequence ?? 0
    if (last <= this.state.readSequence) return
    this.#storage.set('read', String(last))
    this.#set({ readSequence: last })
  }

  close(): void {
    this.#closed = true
    this.#ignoreLine()
    this.#leaveTopics()
  }

  /** Sets the latest messages in the place of those that are here. @returns what went wrong */
  async #fetchLatest(): Promise<Problem | undefined> {
    const answer = await this.#graph.client.query(
      ThreadHistoryDocument,
      { id: this.conversationId },
      { requestPolicy: 'network-only' },
    )
    const found = answer.data?.conversation
    if (!found || this.#closed) return problemOf(answer.error) ?? { code: 'NOT_FOUND' }
    const { messages, ...conversation } = found
    this.#set({
      history: 'ready',
      conversation,
      messages: [],
      olderBefore: this.#olderOf(messages.pageInfo),
    })
    this.#add(messages.nodes)
    return undefined
  }

  #follow(): void {
    this.#leaveTopics()
    const { conversationId } = this
    const resumed = () => ({ conversationId, after: resumeCursor(this.state.messages) })
    const topics = [
      this.#graph.live.follow<ThreadGrewSubscription>({
        ...documentSent(ThreadGrewDocument),
        variables: resumed(),
        onData: (data) => this.#add([data.messageAdded]),
        onGap: async () => {
          const problem = await this.#fetchLatest()
          if (problem) throw new Error(problem.code)
          return resumed()
        },
      }),
      this.#graph.live.follow<ThreadChangedSubscription>({
        ...documentSent(ThreadChangedDocument),
        variables: { conversationId },
        onData: ({ conversationChanged: { messages, ...conversation } }) =>
          this.#set({ conversation, messages: withDeliveries(this.state.messages, messages.nodes) }),
      }),
    ]
    this.#leave = topics.map((topic) => topic.leave)
  }

  /** What did not reach the server is sent again, in order: the line is back. */
  async #sendAgain(): Promise<void> {
    for (const outgoing of this.state.outbox) if (outgoing.unreached) await this.send(outgoing.text, outgoing)
  }

  #olderOf(page: { hasPreviousPage: boolean; startCursor: string | null }): string | undefined {
    return page.hasPreviousPage ? (page.startCursor ?? undefined) : undefined
  }

  #add(arrived: readonly ThreadMessageFragment[]): void {
    const messages = mergeMessages(this.state.messages, arrived)
    if (messages !== this.state.messages) this.#set({ messages })
    this.#setOutbox(withoutConfirmed(this.state.outbox, messages))
  }

  #setOutbox(outbox: readonly Outgoing[]): void {
    if (outbox === this.state.outbox) return
    keepOutbox(this.#storage, outbox)
    this.#set({ outbox })
  }

  #leaveTopics(): void {
    for (const leave of this.#leave) leave()
    this.#leave = []
  }

  #set(change: Partial<ThreadState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
