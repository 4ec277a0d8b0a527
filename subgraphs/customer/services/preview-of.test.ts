import { expect, test } from 'vitest'
import { previewOf } from './preview-of.ts'

test.each([
  ['', ''],
  ['  \n ', ''],
  ['Where is\n\nmy order?', 'Where is my order?'],
  ['x'.repeat(140), 'x'.repeat(140)],
  ['x'.repeat(141), `${'x'.repeat(139)}…`],
  // An emoji of a family is eleven code units and one sign: it goes in whole or not at all.
  [`${'x'.repeat(135)}👨‍👩‍👧‍👦 and more`, `${'x'.repeat(135)}…`],
])('the preview of %j', (text, expected) => {
  expect(previewOf(text)).toBe(expected)
})
