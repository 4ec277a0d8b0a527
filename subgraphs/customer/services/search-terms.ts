import type { IdentifierRecord } from '../models/identifier.ts'

const maxTerms = 64
const maxTermLength = 120
const han = /\p{Script=Han}/u

/** What a name is found by: each of its words, and for Chinese each ending (王小明: also by 小明 and 明). */
export function termsOfName(name: string | null): string[] {
  const words = (name ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,;]+/u)
    .filter(Boolean)
  return bounded(
    words.flatMap((word) =>
      han.test(word) ? [...word].map((_, at) => [...word].slice(at).join('')) : [word],
    ),
  )
}

/** What an identifier is found by: its value, a number's digits, an address's local part is its beginning anyway. */
export function termsOfIdentifier({ type, value }: Pick<IdentifierRecord, 'type' | 'value'>): string[] {
  const whole = value.toLowerCase()
  if (type === 'PHONE') return [whole, whole.replace(/\D/g, '')]
  // channel:account:sourceId is found by the account's own id, too.
  if (type === 'CHANNEL_ACCOUNT') return bounded([whole, whole.split(':').slice(2).join(':')])
  return bounded([whole])
}

/** The words that all have to be found; a number written with spaces or dashes is one word. */
export function wordsOfSearch(search: string): string[] {
  const text = search.normalize('NFKC').toLowerCase().trim().slice(0, 200)
  if (/^\+?[\d\s().-]{5,}$/.test(text)) return [text.replace(/[\s().-]/g, '')]
  return text
    .split(/[\s,;]+/u)
    .filter(Boolean)
    .slice(0, 8)
}

function bounded(terms: string[]): string[] {
  return [...new Set(terms.filter(Boolean).map((term) => term.slice(0, maxTermLength)))].slice(0, maxTerms)
}
