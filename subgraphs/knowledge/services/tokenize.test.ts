import { expect, test } from 'vitest'
import { tokenize } from './tokenize.ts'

test.each([
  ['Where are my orders?', ['order']],
  ['I was CHARGED twice', ['charg', 'twic']],
  ['发票怎么开？', ['发票', '开']],
  ['ＶＩＰ 2026', ['vip', '2026']],
  ['', []],
  ['the of and', []],
])('%j is cut into %j', (text, words) => {
  expect(tokenize(text)).toEqual(words)
})

test('a question and a title with other endings meet', () => {
  expect(tokenize('charges')).toEqual(tokenize('charged'))
  expect(tokenize('deliveries')).toEqual(tokenize('delivery'))
})
