/**
 * The neighbour in the list for j and k; from nowhere, the first or the last. The ends hold.
 * @returns undefined when the list is empty
 */
export function neighbour<T>(list: readonly T[], current: T | undefined, step: 1 | -1): T | undefined {
  const index = current === undefined ? -1 : list.indexOf(current)
  if (index < 0) return step === 1 ? list[0] : list.at(-1)
  return list[Math.min(list.length - 1, Math.max(0, index + step))]
}
