// Mercurius with subscriptions over its default in-process emitter, as its documentation sets it up.
import Fastify from 'fastify'
import mercurius from 'mercurius'
import { answerControl, fieldResolvers, typeDefs } from './live-messages.mjs'

const app = Fastify()
app.register(mercurius, {
  schema: typeDefs,
  resolvers: {
    ...fieldResolvers,
    Subscription: {
      messageAdded: {
        subscribe: (_root, { conversationId }, { pubsub }) => pubsub.subscribe(`messages:${conversationId}`),
      },
    },
  },
  subscription: true,
})
const control = (request) =>
  answerControl(
    request.url,
    async () => JSON.stringify(request.body),
    (topic, message) =>
      app.graphql.pubsub.publish({ topic: `messages:${topic}`, payload: { messageAdded: message } }),
  )
app.post('/publish', control)
app.get('/figures', control)
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.send({ kind: 'ready', port: app.server.address().port })
process.on('disconnect', () => process.exit(0))
