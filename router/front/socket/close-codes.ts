/**
 * Why we close a WebSocket: those of the graphql-transport-ws protocol, and our own.
 * https://github.com/graphql/graphql-over-http/blob/main/rfcs/GraphQLOverWebSocket.md
 */
export const closeCodes = {
  goingAway: 1001,
  badRequest: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  initialisationTimeout: 4408,
  subscriberExists: 4409,
  /** Too many initialisations, messages, or connections of this viewer. */
  tooMany: 4429,
  /** Our own: events came faster than they were read; resume with `after`. */
  slowConsumer: 4290,
  internal: 4500,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
