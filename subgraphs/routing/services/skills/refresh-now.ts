import type { ServiceContext } from '#platform/service/service-context.ts'
import { refreshSkills } from './refresh-skills.ts'

const patienceMs = 5_000

/**
 * Works off what was ordered right behind the commit, so that whoever asked finds it done; what takes longer than five
 * seconds (a basic skill for many thousands) is finished by the loop that every process runs.
 */
export async function refreshNow(ctx: ServiceContext): Promise<void> {
  const began = performance.now()
  while ((await refreshSkills(ctx)) && performance.now() - began < patienceMs);
}
