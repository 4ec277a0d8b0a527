import type { Caller } from './caller.ts'
import { idOf, type Subject, type SubjectKind } from './subject.ts'

/** A caller with something open that must not outlive its proof. */
export interface WatchedCaller {
  readonly caller: Caller
  /** Ends what is open; once. */
  end(): void
}

/** Callers with open streams, by what their proofs stand on: telling one costs the same however many there are. */
export class WatchedCallers {
  readonly #bySubject = new Map<Subject, Set<WatchedCaller>>()

  /** @returns how to stop watching */
  add(caller: Caller, ended: () => void): () => void {
    const { standsOn = [] } = caller
    const forget = () => {
      for (const subject of standsOn) {
        const watched = this.#bySubject.get(subject)
        watched?.delete(entry)
        if (watched?.size === 0) this.#bySubject.delete(subject)
      }
    }
    let over = false
    const entry: WatchedCaller = {
      caller,
      end() {
        if (over) return
        over = true
        forget()
        ended()
      },
    }
    for (const subject of standsOn) {
      const watched = this.#bySubject.get(subject)
      if (watched) watched.add(entry)
      else this.#bySubject.set(subject, new Set([entry]))
    }
    return forget
  }

  /** Ends all that stand on it. */
  end(subject: Subject): void {
    for (const entry of [...(this.#bySubject.get(subject) ?? [])]) entry.end()
  }

  /** Those that stand on it now. */
  on(subject: Subject): Iterable<WatchedCaller> {
    return this.#bySubject.get(subject) ?? []
  }

  /** The ids of what callers stand on, by its kind. */
  ids(): Record<SubjectKind, string[]> {
    const ids: Record<SubjectKind, string[]> = { session: [], account: [], visit: [], 'api-key': [] }
    for (const subject of this.#bySubject.keys()) {
      ids[subject.slice(0, subject.indexOf(':')) as SubjectKind].push(idOf(subject))
    }
    return ids
  }
}
