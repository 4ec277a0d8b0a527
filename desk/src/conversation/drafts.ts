import { type ChatStorage, createStorage } from '../../../widget/src/chat/storage.ts'

/** What an agent has begun to write, by conversation; kept over page loads on this machine. */
export class Drafts {
  readonly #storage: ChatStorage

  constructor(storage: ChatStorage = createStorage('desk:drafts')) {
    this.#storage = storage
  }

  get(conversationId: string): string {
    return this.#storage.get(conversationId) ?? ''
  }

  /** An empty draft leaves no trace. */
  set(conversationId: string, text: string): void {
    this.#storage.set(conversationId, text || undefined)
  }
}
