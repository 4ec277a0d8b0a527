/** What one run of the core at one size showed. */
export interface CoreFigures {
  agents: number
  queues: number
  waiting: number
  /** Different sets of skills among the agents. */
  profiles: number
  commands: number
  offers: number
  /** A rebuild: all facts taken in, then all decided that was possible. */
  rebuildMs: number
  rebuildCpuMs: number
  rebuildOffers: number
  offersPerSecond: number
  commandsPerSecond: number
  /** By the CPU time of the thread, which other work on the machine does not lengthen. */
  commandsPerCpuSecond: number
  /** Of one command with what it made the core decide, in milliseconds. */
  p50Ms: number
  p99Ms: number
  heapMb: number
  rssMb: number
}
