import type { UsedOperation } from '../engine/audience.ts'
import type { Engine } from '../engine/engine.ts'
import { defaultLimits, type EngineLimits } from '../engine/limits.ts'

/** Whoever asks is measured by limits of their own; somebody has been allowed this. */
export const unlimited = Object.fromEntries(
  Object.keys(defaultLimits).map((limit) => [limit, Number.MAX_SAFE_INTEGER]),
) as unknown as EngineLimits

/**
 * Prepares operations on an engine before its first request, so that a swap is followed by no rush of planning.
 * @returns how many of them it takes
 */
export async function warmUp(
  engine: Engine,
  operations: readonly UsedOperation[],
  turn: () => Promise<void>,
): Promise<number> {
  let taken = 0
  for (const { query, operationName, contract } of operations) {
    if (!('errors' in engine.prepare(query, operationName, unlimited, contract))) taken++
    await turn()
  }
  return taken
}
