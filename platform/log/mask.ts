/** Keys whose values are a person's words, addresses, names or secrets: never logged. */
const privateKeys = new Set(
  [
    'text body subject html caption transcript displayName firstName lastName fullName',
    'phone phoneNumber email emailAddress address identifiers identifier',
    'token accessToken refreshToken jwt authorization cookie setCookie password secret apiKey privateKey jwk',
    'payload raw variables representations connectionParams signature',
  ]
    .join(' ')
    .split(' ')
    .map((key) => key.toLowerCase()),
)

const patterns: Array<[RegExp, string]> = [
  [/(\w+:\/\/)[^\s/@:]*:[^\s/@]+@/g, '$1[credentials]@'],
  [/\b[\w.%+-]+@[\w-]+(?:\.[\w-]+)+\b/g, '[email]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\b(bearer|basic)\s+[\w.~+/=-]+/gi, '$1 [token]'],
  [/\+\d[\d\s().-]{5,20}\d/g, '[phone]'],
  [/\b(?:\d[ -]?){13,18}\d\b/g, '[number]'],
]

const maxDepth = 6
const maxLength = 4_000

/** The text with e-mail addresses, phone and card numbers, tokens and credentials masked, and cut at 4,000 characters. */
export function maskText(text: string): string {
  const bounded = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text
  return patterns.reduce((masked, [pattern, word]) => masked.replace(pattern, word), bounded)
}

/** A copy fit for a log: private keys masked, texts masked by pattern, errors as type, message and stack. */
export function mask(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= maxDepth) return '[deep]'
  if (value instanceof Error) return maskError(value, depth)
  if (Array.isArray(value)) return value.slice(0, 100).map((entry) => mask(entry, depth + 1))
  if ('toJSON' in value && typeof value.toJSON === 'function') return mask(value.toJSON(), depth + 1)
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      privateKeys.has(key.toLowerCase().replaceAll(/[-_]/g, '')) && entry != null
        ? '[masked]'
        : mask(entry, depth + 1),
    ]),
  )
}

function maskError(error: Error, depth: number): Record<string, unknown> {
  const { code, cause } = error as { code?: unknown; cause?: unknown }
  return {
    type: error.name,
    message: maskText(error.message),
    stack: error.stack && maskText(error.stack),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(cause === undefined ? {} : { cause: mask(cause, depth + 1) }),
  }
}
