// GraphQL Yoga with its in-process pub/sub, subscriptions by graphql-ws, as its documentation sets it up.
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { useServer } from 'graphql-ws/use/ws'
import { createPubSub, createSchema, createYoga } from 'graphql-yoga'
import { WebSocketServer } from 'ws'
import { answerControl, fieldResolvers, typeDefs } from './live-messages.mjs'

const pubSub = createPubSub()
const yoga = createYoga({
  logging: 'error',
  schema: createSchema({
    typeDefs,
    resolvers: {
      ...fieldResolvers,
      Subscription: {
        messageAdded: {
          subscribe: (_root, { conversationId }) => pubSub.subscribe('messages', conversationId),
          resolve: (message) => message,
        },
      },
    },
  }),
})
const server = createServer(async (request, response) => {
  const answer = await answerControl(
    request.url,
    () => text(request),
    (topic, message) => pubSub.publish('messages', topic, message),
  )
  if (answer) response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  else yoga(request, response)
})
useServer(
  {
    execute: (args) => args.rootValue.execute(args),
    subscribe: (args) => args.rootValue.subscribe(args),
    onSubscribe: async (context, _id, params) => {
      const { schema, execute, subscribe, contextFactory, parse, validate } = yoga.getEnveloped({
        ...context,
        req: context.extra.request,
        socket: context.extra.socket,
        params,
      })
      const args = {
        schema,
        operationName: params.operationName,
        document: parse(params.query),
        variableValues: params.variables,
        contextValue: await contextFactory(),
        rootValue: { execute, subscribe },
      }
      const errors = validate(args.schema, args.document)
      return errors.length > 0 ? errors : args
    },
  },
  new WebSocketServer({ server, path: yoga.graphqlEndpoint }),
)
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ kind: 'ready', port: server.address().port }))
process.on('disconnect', () => process.exit(0))
