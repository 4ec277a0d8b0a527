import type { Problem } from '../graph/problem.ts'

/** A page of a list, as a connection gives it. */
export interface RowPage<R> {
  rows: readonly R[]
  /** Where the next page begins; undefined after the last one. */
  next: string | undefined
}

/** What has been read of a list so far. */
export interface PagedState<R> {
  /** In order, each once; undefined before the first page. */
  rows: readonly R[] | undefined
  more: boolean
  /** Why the newest read failed; what was read before stays. */
  problem: Problem | undefined
}

/** Reads a page. */
export type PageReader<R> = (after: string | undefined) => Promise<RowPage<R> | Problem>

/**
 * A long list that changes while it is looked at: pages by cursor, of which those on screen are read again. Where a
 * page has come to end elsewhere, the ones after it are given up and read when they are looked at.
 */
export class PagedRows<R extends { id: string }> {
  readonly #read: PageReader<R>
  readonly #listeners = new Set<() => void>()
  #pages: { after: string | undefined; page: RowPage<R> }[] = []
  #state: PagedState<R> = { rows: undefined, more: false, problem: undefined }
  #running: Promise<void> | undefined

  constructor(read: PageReader<R>) {
    this.#read = read
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): PagedState<R> => this.#state

  /** Reads the pages again that hold these rows; while a read runs, waits for it instead. */
  refresh(fromRow: number, toRow: number): Promise<void> {
    return this.#alone(async () => {
      let row = 0
      let index = 0
      for (; index < this.#pages.length; index++) {
        const entry = this.#pages[index]
        if (!entry || row >= Math.max(1, toRow)) break
        row += entry.page.rows.length
        if (row > fromRow && !(await this.#readPage(index, entry.after))) return
      }
      if (index === 0) await this.#readPage(0, undefined)
    })
  }

  /** Reads the next page, if there is one; while a read runs, waits for it instead. */
  readMore(): Promise<void> {
    return this.#alone(async () => {
      const next = this.#pages.at(-1)?.page.next
      if (next !== undefined) await this.#readPage(this.#pages.length, next)
    })
  }

  async #readPage(index: number, after: string | undefined): Promise<boolean> {
    const page = await this.#read(after)
    if ('code' in page) {
      this.#tell({ ...this.#state, problem: page })
      return false
    }
    const followed = this.#pages[index + 1]?.after === page.next
    this.#pages = [
      ...this.#pages.slice(0, index),
      { after, page },
      ...(followed ? this.#pages.slice(index + 1) : []),
    ]
    const rows = new Map(this.#pages.flatMap((entry) => entry.page.rows).map((row) => [row.id, row]))
    this.#tell({
      rows: [...rows.values()],
      more: this.#pages.at(-1)?.page.next !== undefined,
      problem: undefined,
    })
    return true
  }

  #tell(state: PagedState<R>): void {
    this.#state = state
    for (const listener of this.#listeners) listener()
  }

  #alone(work: () => Promise<void>): Promise<void> {
    this.#running ??= work().finally(() => {
      this.#running = undefined
    })
    return this.#running
  }
}
