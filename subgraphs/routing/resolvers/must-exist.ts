/**
 * What a row refers to; rows are never deleted, so a reference that leads nowhere is a defect and not an answer.
 * @throws Error (masked as INTERNAL)
 */
export function mustExist<T>(found: T | null | undefined, what: string): T {
  if (found === null || found === undefined) throw new Error(`${what} is referred to and does not exist`)
  return found
}
