// What the live servers to measure against have in common: the schema, the messages, and the door by which the
// benchmark adds messages and asks what has been executed.
export const typeDefs = /* GraphQL */ `
  type Query { conversations: [ID!]! }
  type Subscription { messageAdded(conversationId: ID!, after: String): Message! }
  type Message { sequence: Int! text: String! author: Person! }
  type Person { id: ID! name: String! }
`

let executions = 0

export const fieldResolvers = {
  Query: { conversations: () => [] },
  Message: {
    text: ({ text }) => {
      executions++
      return text
    },
  },
  Person: { name: ({ id }) => `Person ${id}` },
}

const heads = new Map()

/** The next message of a topic, stamped with the machine's monotonic clock. */
function nextMessage(topic, textLength) {
  const sequence = (heads.get(topic) ?? 0) + 1
  heads.set(topic, sequence)
  const text = `${Number(process.hrtime.bigint()) / 1e6}|`.padEnd(textLength, 'where is my order ')
  return { sequence, text, author: { id: 'p1' } }
}

/** Answers `/publish` and `/figures` as the product's test subgraph does; everything else is not for it. */
export async function answerControl(path, readBody, publish) {
  if (path === '/figures') return { executions }
  if (path !== '/publish') return undefined
  const { texts } = JSON.parse(await readBody())
  for (const [topic, length] of Object.entries(texts)) publish(topic, nextMessage(topic, length))
  return Object.fromEntries(heads)
}
