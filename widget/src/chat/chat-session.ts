import { type Live, openLiveOver } from '@throughline/live-client/open-live-over'
import { webSocketLink } from '@throughline/live-client/web-socket-link'
import type { EmbedOptions } from '../embed/options.ts'
import {
  ConversationChangedDocument,
  type ConversationChangedSubscription,
  MessageAddedDocument,
  type MessageAddedSubscription,
  type PresencePartsFragment,
  SendVisitorMessageDocument,
  VisitorHistoryDocument,
} from '../generated/operations.ts'
import { eventStreamTransport } from '../fallback/event-stream-transport.ts'
import type { ChatMessage, ChatState } from './chat-state.ts'
import { documentSent } from './document-sent.ts'
import { GraphError, graphRequest } from './graph-request.ts'
import { mergeMessages, resumeCursor } from './merge-messages.ts'
import { keepOutbox, type Outgoing, restoreOutbox, withFailed, withoutConfirmed } from './outbox.ts'
import { randomId } from './random-id.ts'
import { type ChatStorage, createStorage } from './storage.ts'
import { forgetToken, keptToken, obtainToken } from './visitor-token.ts'

const historyLength = 50

/** One visitor's chat: what is known, and what the visitor can do. Lives as long as its element. */
export class ChatSession {
  readonly storage: ChatStorage
  state: ChatState
  readonly #options: EmbedOptions
  readonly #listeners = new Set<() => void>()
  readonly #live: Live
  #leave: (() => void)[] = []

  constructor(options: EmbedOptions) {
    this.#options = options
    this.storage = createStorage(options.account)
    this.state = {
      history: 'none',
      conversation: undefined,
      messages: [],
      outbox: restoreOutbox(this.storage),
      line: 'online',
      readSequence: Number(this.storage.get('read') ?? 0),
    }
    this.#live = openLiveOver([webSocketLink, eventStreamTransport(options.server)], {
      url: `${options.server}/graphql`,
      credentials: 'omit',
      token: (refused) => {
        if (refused) forgetToken(this.storage)
        return this.#token()
      },
    })
    this.#live.onLine(({ state }) => {
      this.#set({ line: state })
      if (state === 'online') void this.#sendAgain()
    })
    if (keptToken(this.storage)) void this.load()
  }

  /** Tells when the state has changed. @returns stops telling */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Fetches the history and stays with what comes after it. A failure is a state, with a way to load again. */
  async load(): Promise<void> {
    if (this.state.history === 'loading' || this.state.history === 'ready') return
    this.#set({ history: 'loading' })
    try {
      const visitorConversation = await this.#history()
      if (visitorConversation) this.#enter(visitorConversation, visitorConversation.messages.nodes)
      else this.#set({ conversation: undefined, messages: [] })
      this.#set({ history: 'ready' })
    } catch {
      this.#failed()
    }
  }

  /** Sends a message, or one that failed once more. It stays in the outbox until the server has confirmed it. */
  async send(text: string, again?: Outgoing): Promise<void> {
    const outgoing: Outgoing = {
      clientMessageId: again?.clientMessageId ?? randomId(),
      text,
      writtenAt: again?.writtenAt ?? new Date().toISOString(),
      status: 'sending',
    }
    this.#setOutbox([
      ...this.state.outbox.filter((entry) => entry.clientMessageId !== outgoing.clientMessageId),
      outgoing,
    ])
    try {
      const { sendVisitorMessage: answer } = await this.#request((token) =>
        graphRequest(this.#options.server, token, SendVisitorMessageDocument, {
          input: {
            account: this.#options.account,
            text,
            clientMessageId: outgoing.clientMessageId,
            locale: this.#options.locale,
            domain: this.#options.domain,
            displayName: this.#options.name,
          },
        }),
      )
      if (!answer.message || !answer.conversation) throw new GraphError('REFUSED')
      this.#enter(answer.conversation, [answer.message])
    } catch (error) {
      // Shown as "Not sent", with "Send again".
      this.#setOutbox(withFailed(this.state.outbox, outgoing, !(error instanceof GraphError)))
    }
  }

  /** The visitor has seen everything there is. */
  markRead(): void {
    const last = this.state.messages.at(-1)?.sequence ?? 0
    if (last <= this.state.readSequence) return
    this.storage.set('read', String(last))
    this.#set({ readSequence: last })
  }

  /** Leaves the live topics and closes their connection. */
  close(): void {
    this.#leaveTopics()
    this.#live.close()
  }

  async #history() {
    const { visitorConversation } = await this.#request((token) =>
      graphRequest(this.#options.server, token, VisitorHistoryDocument, {
        account: this.#options.account,
        last: historyLength,
      }),
    )
    return visitorConversation
  }

  #enter(conversation: PresencePartsFragment, messages: readonly ChatMessage[]): void {
    const known = this.state.conversation?.id
    if (known && known !== conversation.id) {
      this.#leaveTopics()
      this.storage.set('read', undefined)
      this.#set({ messages: [], readSequence: 0 })
    }
    this.#add(messages)
    this.#set({ conversation })
    if (this.#leave.length === 0) this.#follow(conversation.id)
  }

  #add(arrived: readonly ChatMessage[]): void {
    const messages = mergeMessages(this.state.messages, arrived)
    if (messages !== this.state.messages) this.#set({ messages })
    this.#setOutbox(withoutConfirmed(this.state.outbox, messages))
  }

  #follow(conversationId: string): void {
    const variables = () => ({ conversationId, after: resumeCursor(this.state.messages) })
    const topics = [
      this.#live.follow<MessageAddedSubscription>({
        ...documentSent(MessageAddedDocument),
        variables: variables(),
        onData: (data) => this.#add([data.messageAdded]),
        onGap: async () => {
          // What is missing is between what is shown and the newest: begin anew with that.
          const conversation = await this.#history()
          this.#set({ messages: [] })
          this.#add(conversation?.messages.nodes ?? [])
          return variables()
        },
        onEnd: () => this.#failed(),
      }),
      this.#live.follow<ConversationChangedSubscription>({
        ...documentSent(ConversationChangedDocument),
        variables: { conversationId },
        onData: (data) => this.#set({ conversation: data.conversationChanged }),
      }),
    ]
    this.#leave = topics.map((topic) => topic.leave)
  }

  /** What did not reach the server is sent again, in order: the line is back. */
  async #sendAgain(): Promise<void> {
    for (const entry of this.state.outbox) if (entry.unreached) await this.send(entry.text, entry)
  }

  /** Shown with "Load again": the person decides. */
  #failed(): void {
    this.#leaveTopics()
    this.#set({ history: 'failed' })
  }

  #leaveTopics(): void {
    for (const leave of this.#leave) leave()
    this.#leave = []
  }

  #token(): Promise<string> {
    return obtainToken(this.#options.server, this.#options.account, this.storage)
  }

  /** Runs a request; a token that is not accepted any more is replaced once. */
  async #request<R>(run: (token: string) => Promise<R>): Promise<R> {
    try {
      return await run(await this.#token())
    } catch (error) {
      if (!(error instanceof GraphError && error.code === 'UNAUTHENTICATED')) throw error
      forgetToken(this.storage)
      return run(await this.#token())
    }
  }

  #setOutbox(outbox: readonly Outgoing[]): void {
    if (outbox === this.state.outbox) return
    keepOutbox(this.storage, outbox)
    this.#set({ outbox })
  }

  #set(change: Partial<ChatState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.#listeners) listener()
  }
}
