import { codedError, engineCodes, type ResponseError } from '../errors.ts'

type Path = readonly (string | number)[]

/**
 * The error entries for non-null fields that came back as null, except where an error says why already: one at the
 * same place, below it, above it, or about the request as a whole.
 */
export function nullErrors(paths: readonly Path[], errors: readonly ResponseError[]): ResponseError[] {
  if (errors.some((error) => !error.path?.length)) return []
  const exact = new Set<string>()
  const prefixes = new Set<string>()
  for (const { path = [] } of errors) {
    exact.add(JSON.stringify(path))
    for (let length = 1; length <= path.length; length++) prefixes.add(JSON.stringify(path.slice(0, length)))
  }
  const explained = (path: Path) =>
    prefixes.has(JSON.stringify(path)) ||
    path.some((_, index) => exact.has(JSON.stringify(path.slice(0, index + 1))))
  return paths
    .filter((path) => !explained(path))
    .map((path) =>
      codedError(
        engineCodes.nullInNonNull,
        `The field "${fieldOf(path)}" may not be null, but has no value`,
        path,
      ),
    )
}

function fieldOf(path: Path): string {
  return String(path.findLast((part) => typeof part === 'string') ?? '')
}
