import type { AgentEntry } from '../state/agent-entry.ts'
import { type CoreState, noteAgent, noteItem } from '../state/core-state.ts'
import type { ItemEntry } from '../state/item-entry.ts'
import { refileAgent } from './file-agent.ts'
import { fileRow } from './file-row.ts'

/** From now on the agent takes nothing that is due later than this item, until it is served. */
export function hold(state: CoreState, agent: AgentEntry, entry: ItemEntry): void {
  if (agent.heldFor) release(state, agent.heldFor)
  const { line } = entry
  if (!line) return
  line.open.items.delete(entry)
  line.held.items.add(entry)
  fileRow(state, line.open)
  fileRow(state, line.held)
  entry.holder = agent
  refileAgent(state, agent, () => {
    agent.heldFor = entry
  })
}

/** The agent who is held for this item is so no more: they may take others, and somebody else may be held for it. */
export function release(state: CoreState, entry: ItemEntry): void {
  const { holder, line } = entry
  if (!holder || !line) return
  refileAgent(state, holder, () => {
    holder.heldFor = undefined
  })
  entry.holder = undefined
  line.held.items.delete(entry)
  line.open.items.add(entry)
  fileRow(state, line.held)
  fileRow(state, line.open)
  noteAgent(state, holder)
  noteItem(state, entry)
}
