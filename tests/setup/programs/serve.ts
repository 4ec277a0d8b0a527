/** A part as the supervisor knows it: listens, reports its port, ends with its parent; `FAIL` in the environment breaks it. */
import { createServer } from 'node:http'

if (process.env['FAIL']) throw new Error('it was told to fail')
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
const server = createServer((_request, response) => response.end(String(process.pid)))
server.listen(Number(process.env['PORT']), '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ kind: 'ready', port: typeof address === 'object' ? address?.port : 0 })
})
