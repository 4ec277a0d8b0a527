/** Something that a person has to put right: what happened, and what to do about it. */
export class SetupError extends Error {
  /**
   * @param {string} what what happened
   * @param {string} remedy what to do
   * @param {{ cause?: unknown }} [options]
   */
  constructor(what, remedy, options) {
    super(`${what}\n\n${remedy}`, options)
    this.name = 'SetupError'
  }
}
