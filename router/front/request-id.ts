import type { IncomingMessage } from 'node:http'
import { newId } from '#platform/ids/new-id.ts'

const form = /^[\w.:-]{8,128}$/

/** The id under which a request appears in all logs: the caller's where it has a fitting form, else a new one. */
export function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && form.test(given) ? given : newId()
}
