import type { z } from 'zod'
import { badUserInput } from '#platform/errors/bad-user-input.ts'

/**
 * A JSON body as the schema wants it.
 * @throws BAD_USER_INPUT with the first mistake's field
 */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown): z.output<S> {
  const result = schema.safeParse(body ?? {})
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw badUserInput({ field: issue?.path.join('.') || 'body', reason: issue?.message ?? 'is not readable' })
}
