import { type RefObject, useLayoutEffect, useState } from 'react'
import { type RowsInView, rowsInView } from './rows-in-view.ts'

/** Enough for a first picture, before anything has been measured. */
const unmeasuredPx = 1_000

/**
 * Follows which rows of a long list can be seen.
 * @param scroller what scrolls
 * @param list what holds the rows, from its upper edge on
 */
export function useRowsInView(
  scroller: RefObject<HTMLElement | null>,
  list: RefObject<HTMLElement | null>,
  count: number,
  rowPx: number,
): RowsInView {
  const [place, setPlace] = useState({ scrolledPx: 0, heightPx: unmeasuredPx })
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const measure = () => {
      const inner = list.current
      if (!inner) return
      const scrolledPx = box.getBoundingClientRect().top - inner.getBoundingClientRect().top
      // By whole rows: the same rows are not drawn again for each pixel.
      const step = Math.floor(scrolledPx / rowPx) * rowPx
      const heightPx = box.clientHeight + rowPx
      setPlace((old) =>
        old.scrolledPx === step && old.heightPx === heightPx ? old : { scrolledPx: step, heightPx },
      )
    }
    measure()
    box.addEventListener('scroll', measure, { passive: true })
    const watcher = new ResizeObserver(measure)
    watcher.observe(box)
    return () => {
      box.removeEventListener('scroll', measure)
      watcher.disconnect()
    }
  }, [scroller, list, rowPx, count])
  return rowsInView(count, rowPx, place.scrolledPx, place.heightPx)
}
