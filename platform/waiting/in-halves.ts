/**
 * Does something for many at once; when that fails, for each half of them, down to the one that fails alone, so that one
 * that cannot be done keeps no other back.
 * @param failed hears of each that failed alone, and why
 * @returns how many were done
 */
export async function inHalves<T>(
  items: readonly T[],
  work: (items: readonly T[]) => Promise<unknown>,
  failed: (item: T, reason: unknown) => void,
): Promise<number> {
  const [first] = items
  if (first === undefined) return 0
  try {
    await work(items)
    return items.length
  } catch (reason) {
    if (items.length === 1) {
      failed(first, reason)
      return 0
    }
    const middle = Math.ceil(items.length / 2)
    const before = await inHalves(items.slice(0, middle), work, failed)
    return before + (await inHalves(items.slice(middle), work, failed))
  }
}
