import { createServer } from 'node:net'
import { SetupError } from '../setup/setup-error.mjs'

/**
 * Makes sure that a port can be listened on, before anything is started.
 * @throws SetupError when it is taken, or not allowed
 */
export async function requirePort(port: number, host: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const server = createServer()
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') {
      reject(
        new SetupError(
          `Port ${port} is in use by another program.`,
          `Stop that program, or choose another port: PORT=${port + 1} npm start`,
        ),
      )
    } else if (error.code === 'EACCES') {
      reject(
        new SetupError(
          `This user may not listen on port ${port}.`,
          'Choose one above 1023: PORT=4001 npm start',
        ),
      )
    } else reject(error)
  })
  server.listen(port, host, () => server.close(() => resolve()))
  return promise
}
