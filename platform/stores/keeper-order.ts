/** What a keeper is told, as JSON in its first argument. */
export interface KeeperOrder {
  command: string
  args: string[]
  /** Where it writes `pid` and `output.log`. */
  folder: string
  /** How long the server may take to stop before it is killed. */
  graceMs: number
  /** Folders to remove once the server has ended on demand. */
  removeAfter: string[]
  /** A folder to remove then, if nothing else lies in it. */
  removeWhenEmpty?: string
}
