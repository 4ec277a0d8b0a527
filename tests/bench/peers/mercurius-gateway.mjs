// Mercurius gateway with JIT, its fastest documented setting.
import mercuriusGateway from '@mercuriusjs/gateway'
import Fastify from 'fastify'

const [services, port] = process.argv.slice(2)
const app = Fastify()
app.register(mercuriusGateway, {
  jit: 1,
  gateway: { services: Object.entries(JSON.parse(services)).map(([name, url]) => ({ name, url, keepAlive: 30_000 })) },
})
await app.listen({ port: Number(port), host: '127.0.0.1' })
