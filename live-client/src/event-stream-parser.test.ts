import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type EventStreamBlock, eventStreamParser } from './event-stream-parser.ts'

const read = (pieces: readonly string[]) => {
  const blocks: EventStreamBlock[] = []
  const parse = eventStreamParser((block) => blocks.push(block))
  for (const piece of pieces) parse(piece)
  return blocks
}

test.each([
  ['an event', 'event: next\nid: c1\ndata: {"a":1}\n\n', [{ event: 'next', id: 'c1', data: '{"a":1}' }]],
  ['a heartbeat with a place', 'id: c7\n\n', [{ id: 'c7' }]],
  ['a comment', ': still here\n\n', [{}]],
  ['no space behind the colon, none in front of it', 'data:x\nid\n\n', [{ data: 'x', id: '' }]],
  ['only the first space is taken away', 'data:  x\n\n', [{ data: ' x' }]],
  ['data over several lines', 'data: a\ndata: b\n\n', [{ data: 'a\nb' }]],
  ['lines that end by carriage returns', 'data: a\r\rdata: b\r\n\r\n', [{ data: 'a' }, { data: 'b' }]],
  ['a block that has not ended', 'data: a\n', []],
])('%s', (_what, text, blocks) => {
  expect(read([text])).toEqual(blocks)
})

test('the pieces in which a stream comes make no difference', () => {
  const line = fc.constantFrom('data: {"x":1}', 'id: c5', 'event: next', ':', 'data:', 'data: é😀')
  const block = fc.array(line, { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(
      fc.array(block, { maxLength: 6 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(fc.nat({ max: 200 }), { maxLength: 12 }),
      (blocks, end, cuts) => {
        // A lone carriage return at the very end may still be the first half of a line's end.
        const text = `${blocks.map((lines) => lines.join(end) + end + end).join('')}:${end}${end}:`
        const at = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((cut, index) => text.slice(at[index], cut))
        expect(read(pieces)).toEqual(read([text]))
        expect(read([text]).length).toBe(blocks.length + 1)
      },
    ),
  )
})

test('a block that never ends is refused instead of kept', () => {
  const parse = eventStreamParser(() => undefined)
  const piece = `data: ${'x'.repeat(1_000_000)}`
  expect(() => {
    for (let count = 0; count < 10; count++) parse(piece)
  }).toThrow(RangeError)
})
