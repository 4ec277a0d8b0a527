import { z } from 'zod'

/** Whether what is said at an address comes from there: https, or a program on this machine. */
const isTrusted = (address: string): boolean => {
  const url = URL.parse(address)
  if (!url || url.username || url.password || url.hash) return false
  return (
    url.protocol === 'https:' ||
    (url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
  )
}

/** An address of an issuer, as it is configured. */
export const trustedAddress = z.string().refine(isTrusted, 'has to be an https address')
