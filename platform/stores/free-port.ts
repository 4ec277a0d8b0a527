import { createServer } from 'node:net'

/**
 * A free port on the loopback address. Somebody else may take it before it is used: whoever uses it tries again.
 * @param wanted taken when it is free
 */
export async function freePort(wanted = 0): Promise<number> {
  if (wanted !== 0) {
    const taken = await tryPort(wanted)
    if (taken) return taken
  }
  const port = await tryPort(0)
  if (!port) throw new Error('No free port on the loopback address')
  return port
}

function tryPort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined)
      else reject(error)
    })
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
