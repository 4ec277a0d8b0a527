/** What a form's mutation answers. */
export interface Payload {
  userErrors: Array<{ field?: string; code: string; message: string }>
}

/** @throws Error with all that was refused */
export function refuse(what: string, { userErrors }: Payload): void {
  if (userErrors.length === 0) return
  const words = userErrors.map(({ field, code, message }) => `${field ?? ''} ${code}: ${message}`.trim())
  throw new Error(`${what} was refused: ${words.join('; ')}`)
}
