/** Says what was done, for a moment. */
export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'bad'
  /** Takes it back, where that can be done. */
  undo?: () => void
}

/** The toasts on screen, newest last. Each goes by itself, unless somebody is at it. */
export class ToastShelf {
  readonly #listeners = new Set<() => void>()
  #toasts: readonly Toast[] = []
  #lastId = 0

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly snapshot = (): readonly Toast[] => this.#toasts

  /** Shows a toast; more than three at once nobody reads. */
  show(toast: Omit<Toast, 'id'>): void {
    this.#lastId++
    this.#set([...this.#toasts, { ...toast, id: this.#lastId }].slice(-3))
  }

  /** Takes a toast away. */
  dismiss(id: number): void {
    this.#set(this.#toasts.filter((toast) => toast.id !== id))
  }

  /** Undoes what the newest toast that can be undone says. */
  undoLast(): void {
    const last = this.#toasts.findLast(({ undo }) => undo)
    if (!last) return
    this.dismiss(last.id)
    last.undo?.()
  }

  #set(toasts: readonly Toast[]): void {
    this.#toasts = toasts
    for (const listener of this.#listeners) listener()
  }
}
