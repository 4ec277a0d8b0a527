/** One block of an event stream: what is between two empty lines. A heartbeat has no data. */
export interface EventStreamBlock {
  event?: string
  data?: string
  id?: string
}

/** A block that grows beyond this, in characters, is no answer of ours. */
const maxBlockLength = 8_000_000

/**
 * Reads an event stream in whatever pieces it comes (html.spec.whatwg.org/multipage/server-sent-events.html).
 * Comment lines and unknown fields are passed over.
 * @returns takes the next piece; throws RangeError when a block does not end
 */
export function eventStreamParser(onBlock: (block: EventStreamBlock) => void): (piece: string) => void {
  let rest = ''
  return (piece) => {
    // A line may end with \r\n, \n or \r; of a \r at the very end the \n may still come.
    const blocks = (rest + piece).replace(/\r\n|\r(?!$)/g, '\n').split('\n\n')
    rest = blocks.pop() ?? ''
    if (rest.length > maxBlockLength) throw new RangeError('an event stream that does not end its block')
    for (const text of blocks) {
      const block: Record<string, string> = {}
      for (const line of text.split('\n')) {
        const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? []
        if (field) block[field] = block[field] === undefined ? value : `${block[field]}\n${value}`
      }
      onBlock(block)
    }
  }
}
