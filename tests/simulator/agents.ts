import { randomUUID } from 'node:crypto'
import { agentAnswers, isFarewell } from './conversation-scripts.ts'
import { GraphClient } from './graph-client.ts'
import type { RenewedToken } from './renewed-token.ts'

interface Reservation {
  id: string
  status: string
  workItem: { mediaType: string; session: { id: string; locale?: string }; conversation: { id: string } }
}
interface Message {
  cursor: string
  text: string
  author: { purpose: string }
}

const reservationFields = 'id status workItem { mediaType session { id locale } conversation { id } }'
const inboxTopic = `subscription { agentInbox { offers { ${reservationFields} } inHand { ${reservationFields} } } }`
const messageFields = 'cursor text author { purpose }'

/** An agent who takes what is offered, answers, says goodbye and wraps up. */
export class SimulatedAgent {
  readonly errors: string[] = []
  readonly #client: GraphClient
  readonly #thinkMs: () => number
  readonly #taken = new Set<string>()
  readonly #wrappedUp = new Set<string>()
  readonly #leave: Array<() => void> = []

  constructor(baseUrl: string, token: RenewedToken, thinkMs: () => number) {
    this.#client = new GraphClient(baseUrl, token)
    this.#thinkMs = thinkMs
  }

  /** Signs on and serves until {@link stop}. */
  async start(): Promise<void> {
    await this.#client.request('mutation { setPresence(status: AVAILABLE) { agent { id } } }')
    this.#leave.push(
      this.#client.subscribe<{ agentInbox: { offers: Reservation[]; inHand: Reservation[] } }>(
        inboxTopic,
        {},
        ({ agentInbox }) => {
          for (const offer of agentInbox.offers) this.#once(this.#taken, offer.id, () => this.#take(offer))
          for (const reservation of agentInbox.inHand) {
            if (reservation.status === 'WRAPPING')
              this.#once(this.#wrappedUp, reservation.id, () => this.#wrapUp(reservation))
          }
        },
        (error) => this.errors.push(JSON.stringify(error)),
      ),
    )
  }

  /** Signs off. */
  async stop(): Promise<void> {
    for (const leave of this.#leave) leave()
    await this.#client.request('mutation { setPresence(status: OFFLINE) { agent { id } } }')
    await this.#client.close()
  }

  #once(done: Set<string>, id: string, work: () => Promise<void>): void {
    if (done.has(id)) return
    done.add(id)
    work().catch((error: unknown) => this.errors.push(String(error)))
  }

  async #take(offer: Reservation): Promise<void> {
    await this.#think()
    await this.#client.request('mutation ($id: ID!) { acceptReservation(id: $id) { reservation { id } } }', {
      id: offer.id,
    })
    if (offer.workItem.mediaType === 'VOICE') return
    const conversationId = offer.workItem.conversation.id
    const { conversation } = await this.#client.request<{ conversation: { messages: { nodes: Message[] } } }>(
      `query ($id: ID!) { conversation(id: $id) { messages(last: 1) { nodes { ${messageFields} } } } }`,
      { id: conversationId },
    )
    const last = conversation.messages.nodes.at(-1)
    let turn = 0
    const answer = async (message: Message) => {
      if (message.author.purpose !== 'CUSTOMER') return
      await this.#think()
      const answers = agentAnswers[offer.workItem.session.locale?.startsWith('zh') ? 'zh-CN' : 'en']
      await this.#client.request(
        'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } userErrors { code message } } }',
        {
          input: {
            sessionId: offer.workItem.session.id,
            text: answers[Math.min(turn++, answers.length - 1)],
            clientMessageId: randomUUID(),
          },
        },
      )
      if (isFarewell(message.text)) {
        leave()
        await this.#client.request('mutation ($id: ID!) { endSession(id: $id) { userErrors { code } } }', {
          id: offer.workItem.session.id,
        })
      }
    }
    const leave = this.#client.subscribe<{ messageAdded: Message }>(
      `subscription ($id: ID!, $after: String) { messageAdded(conversationId: $id, after: $after) { ${messageFields} } }`,
      { id: conversationId, after: last?.cursor },
      ({ messageAdded }) =>
        void answer(messageAdded).catch((error: unknown) => this.errors.push(String(error))),
      (error) => this.errors.push(JSON.stringify(error)),
    )
    this.#leave.push(leave)
    if (last) await answer(last)
  }

  async #wrapUp(reservation: Reservation): Promise<void> {
    await this.#think()
    await this.#client.request(
      'mutation ($input: WrapUpSessionInput!) { wrapUpSession(input: $input) { userErrors { code message } } }',
      {
        input: { sessionId: reservation.workItem.session.id, code: 'RESOLVED' },
      },
    )
  }

  #think(): Promise<void> {
    return new Promise((done) => setTimeout(done, this.#thinkMs()))
  }
}
