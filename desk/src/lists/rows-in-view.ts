/** Which rows of a long list stand in the document, and how much empty room takes the place of the others. */
export interface RowsInView {
  /** The first row. */
  from: number
  /** After the last row. */
  to: number
  beforePx: number
  afterPx: number
}

/** Rows beyond the edge of the screen, so that a quick scroll does not show empty room. */
const spareRows = 8

/**
 * The rows that can be seen, and some around them. All rows are equally high.
 * @param scrolledPx how far the list's first row lies above the upper edge; negative while it lies below
 */
export function rowsInView(count: number, rowPx: number, scrolledPx: number, heightPx: number): RowsInView {
  const within = (row: number) => Math.min(count, Math.max(0, row))
  const from = within(Math.floor(scrolledPx / rowPx) - spareRows)
  const to = Math.max(from, within(Math.ceil((scrolledPx + heightPx) / rowPx) + spareRows))
  return { from, to, beforePx: from * rowPx, afterPx: (count - to) * rowPx }
}
