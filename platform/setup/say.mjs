/**
 * One line of progress. It goes to standard error: what a command answers keeps standard output for itself.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`· ${text}\n`)
}
