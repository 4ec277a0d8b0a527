/** Whether it is an error that carries this `code` (a CodedError's, Node's, or MongoDB's number). */
export function hasCode(error: unknown, code: string | number): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === code
}
