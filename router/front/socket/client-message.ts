import { z } from 'zod'

const operationId = z.string().min(1).max(100)

const clientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('connection_init'), payload: z.record(z.string(), z.unknown()).nullish() }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('pong') }),
  z.object({ type: z.literal('subscribe'), id: operationId, payload: z.unknown() }),
  z.object({ type: z.literal('complete'), id: operationId }),
])

/** What a client may send by graphql-transport-ws. */
export type ClientMessage = z.infer<typeof clientMessage>

/** A client's message, or nothing when it is none of the protocol's. */
export function readMessage(text: string): ClientMessage | undefined {
  try {
    const result = clientMessage.safeParse(JSON.parse(text))
    return result.success ? result.data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
