import { benchBurst } from './burst.ts'
import { benchContacts } from './contacts.ts'
import { benchCore } from './core.ts'
import { benchSimulation } from './simulation/run.ts'

/** The sections of the routing benchmark, each with options of its own. */
const sections: Record<string, (args: string[]) => Promise<void>> = {
  core: benchCore,
  contacts: benchContacts,
  burst: benchBurst,
  simulation: benchSimulation,
}

/** Measures routing: `routing [SECTION [OPTIONS]]`; without a section all of them, one after another. */
export async function benchRouting([name, ...options]: string[]): Promise<void> {
  if (name === undefined || name.startsWith('--')) {
    for (const section of Object.values(sections)) await section([])
    return
  }
  const section = sections[name]
  if (!section)
    throw new Error(`Routing has no section "${name}". There are: ${Object.keys(sections).join(', ')}.`)
  await section(options)
}
