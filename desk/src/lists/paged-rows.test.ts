import { expect, test } from 'vitest'
import { PagedRows } from './paged-rows.ts'

/** A list in memory, three rows a page; a cursor is the last row's id, as a store orders them. */
function listOf(...ids: string[]) {
  const asked: (string | undefined)[] = []
  let refusal: { code: string } | undefined
  const rows = new PagedRows<{ id: string }>(async (after) => {
    asked.push(after)
    if (refusal) return refusal
    const rest = ids.toSorted().filter((id) => after === undefined || id > after)
    const page = rest.slice(0, 3)
    return { rows: page.map((id) => ({ id })), next: rest.length > 3 ? page.at(-1) : undefined }
  })
  return {
    rows,
    asked,
    shown: () =>
      rows
        .snapshot()
        .rows?.map(({ id }) => id)
        .join(''),
    take: (id: string) => ids.splice(ids.indexOf(id), 1),
    add: (id: string) => ids.push(id),
    refuse: (code: string | undefined) => {
      refusal = code ? { code } : undefined
    },
  }
}

test('pages come one after another until there are no more', async () => {
  const list = listOf('a', 'b', 'c', 'd', 'e')
  expect(list.shown()).toBeUndefined()
  await list.rows.refresh(0, 3)
  expect([list.shown(), list.rows.snapshot().more]).toEqual(['abc', true])
  await list.rows.readMore()
  expect([list.shown(), list.rows.snapshot().more]).toEqual(['abcde', false])
  await list.rows.readMore()
  expect(list.asked).toEqual([undefined, 'c'])
})

test('only the pages on screen are read again', async () => {
  const list = listOf('a', 'b', 'c', 'd', 'e', 'f', 'g')
  await list.rows.refresh(0, 3)
  await list.rows.readMore()
  await list.rows.readMore()
  list.asked.length = 0
  await list.rows.refresh(3, 6)
  expect(list.asked).toEqual(['c'])
  expect(list.shown()).toBe('abcdefg')
})

test('a row that goes or comes leaves no gap and no double', async () => {
  const list = listOf('a', 'c', 'e', 'g', 'i')
  await list.rows.refresh(0, 3)
  await list.rows.readMore()
  list.take('a')
  await list.rows.refresh(0, 3)
  await list.rows.readMore()
  expect(list.shown()).toBe('cegi')
  list.add('d')
  await list.rows.refresh(0, 3)
  await list.rows.readMore()
  expect(list.shown()).toBe('cdegi')
})

test('a list that cannot be read keeps what was read, and says why', async () => {
  const list = listOf('a', 'b')
  await list.rows.refresh(0, 3)
  list.refuse('UNREACHABLE')
  await list.rows.refresh(0, 3)
  expect([list.shown(), list.rows.snapshot().problem?.code]).toEqual(['ab', 'UNREACHABLE'])
  list.refuse(undefined)
  await list.rows.refresh(0, 3)
  expect(list.rows.snapshot().problem).toBeUndefined()
})

test('of reads at the same moment one is made', async () => {
  const list = listOf('a', 'b')
  await Promise.all([list.rows.refresh(0, 3), list.rows.refresh(0, 3), list.rows.readMore()])
  expect(list.asked).toEqual([undefined])
})
