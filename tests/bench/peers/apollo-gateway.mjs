// Apollo Gateway behind Apollo Server on its own HTTP server, as its documentation sets it up.
import { readFileSync } from 'node:fs'
import { ApolloGateway } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'

const [supergraphFile, port] = process.argv.slice(2)
const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraphFile, 'utf8') })
const server = new ApolloServer({ gateway, csrfPrevention: false })
await startStandaloneServer(server, { listen: { port: Number(port), host: '127.0.0.1' } })
