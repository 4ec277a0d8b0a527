import type { Server } from 'node:http'

/**
 * Counts the requests that are being answered.
 * @returns a wait for the moment when none is left
 */
export function trackRequests(server: Server): () => Promise<void> {
  let running = 0
  let drained = () => {}
  server.on('request', (_request, response) => {
    running++
    response.once('close', () => {
      if (--running === 0) drained()
    })
  })
  return () =>
    running === 0
      ? Promise.resolve()
      : new Promise((resolve) => {
          drained = resolve
        })
}
