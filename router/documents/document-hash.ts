import { hash } from 'node:crypto'

/** SHA-256 of a document's text in UTF-8, in hexadecimal digits. */
export function documentHash(text: string): string {
  return hash('sha256', text, 'hex')
}
