/** Agents in one simulation at most. */
export const maxAgents = 2_000
/** Contacts that one what-if plays at most: both scenarios, all replications. */
export const maxPlayedContacts = 200_000
/** Simulations that run beside each other in one process; more are refused. */
export const maxRunning = 2
/** How long one may run. Less than the router waits for a subgraph. */
export const maxRunMs = 8_000
/** Memory of one, in MB. */
export const maxMemoryMb = 256
