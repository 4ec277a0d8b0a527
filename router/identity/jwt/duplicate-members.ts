/** Strings, and what structures JSON; numbers and words between them name nothing. */
const pieces = /"(?:[^"\\]|\\.)*"|[{}[\],]/g

/**
 * Whether an object in a JSON text names a member twice. Readers disagree about which of the two counts, so that one
 * could check what another does not use (RFC 7519, section 4, lets such claims be refused).
 * @param json well-formed
 */
export function hasDuplicateMembers(json: string): boolean {
  const open: Array<Set<string> | undefined> = []
  let nameIsNext = false
  for (const [piece] of json.matchAll(pieces)) {
    if (piece === '{' || piece === '[') open.push(piece === '{' ? new Set() : undefined)
    else if (piece === '}' || piece === ']') open.pop()
    else if (piece !== ',') {
      const names = open.at(-1)
      if (!nameIsNext || !names) continue
      const name = JSON.parse(piece) as string
      if (names.has(name)) return true
      names.add(name)
    }
    nameIsNext = (piece === '{' || piece === ',') && open.at(-1) !== undefined
  }
  return false
}
