import { expect, test } from 'vitest'
import { ToastShelf } from './toast-shelf.ts'

const texts = (shelf: ToastShelf) => shelf.snapshot().map(({ text }) => text)

test('three toasts stand at once, and each can be taken away', () => {
  const shelf = new ToastShelf()
  for (const text of ['a', 'b', 'c', 'd']) shelf.show({ text, tone: 'plain' })
  expect(texts(shelf)).toEqual(['b', 'c', 'd'])
  shelf.dismiss(shelf.snapshot()[1]?.id ?? 0)
  expect(texts(shelf)).toEqual(['b', 'd'])
})

test('the newest that can be undone is undone once', () => {
  const shelf = new ToastShelf()
  const undone: string[] = []
  shelf.show({ text: 'first', tone: 'plain', undo: () => undone.push('first') })
  shelf.show({ text: 'second', tone: 'plain', undo: () => undone.push('second') })
  shelf.show({ text: 'refused', tone: 'bad' })
  shelf.undoLast()
  shelf.undoLast()
  shelf.undoLast()
  expect(undone).toEqual(['second', 'first'])
  expect(texts(shelf)).toEqual(['refused'])
})
