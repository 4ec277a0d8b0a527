import type { IncomingHttpHeaders } from 'node:http'
import { defineError } from '#platform/errors/define-error.ts'

const wrongType = defineError(
  'UNSUPPORTED_MEDIA_TYPE',
  415,
  () => 'Send the request as application/json, written in UTF-8.',
)

const encoded = defineError(
  'UNSUPPORTED_CONTENT_ENCODING',
  415,
  () => 'Send the request as it is: compressed bodies are not read.',
)

/**
 * Lets only bodies in that are JSON in UTF-8. Every other type could be sent by a foreign page without being asked for
 * first (text/plain, forms); a compressed body could be a thousand times what it seems.
 * @throws UNSUPPORTED_MEDIA_TYPE or UNSUPPORTED_CONTENT_ENCODING
 */
export function refuseBodyType(headers: IncomingHttpHeaders): void {
  const type = headers['content-type']
  if (type !== 'application/json' && !isJson(type)) throw wrongType()
  const encoding = headers['content-encoding']
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') throw encoded()
}

function isJson(type: string | undefined): boolean {
  const [name = '', ...parameters] = (type ?? '').toLowerCase().split(';')
  if (name.trim() !== 'application/json') return false
  return parameters.every((parameter) => {
    const [key, value] = parameter.split('=').map((part) => part.trim())
    return key !== 'charset' || /^"?utf-?8"?$/.test(value ?? '')
  })
}
