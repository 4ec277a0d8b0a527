/** A request that runs. */
export interface RunningRequest<R> {
  readonly scope: string
  readonly request: string
  /** The next one in the same place. */
  next: R | undefined
}

const places = 1_024
/** Characters that are looked at to find a request's place: near its end, where ids stand. */
const sampled = 12
const stride = 5

/**
 * The requests that run, found by scope and text. A fixed table of short chains and no `Map`: a map that is filled and
 * emptied all the time grows new tables, and each that it leaves behind in the old heap keeps what stood in it alive
 * until the next full collection.
 */
export class RunningRequests<R extends RunningRequest<R>> {
  readonly #places: Array<R | undefined> = new Array<R | undefined>(places).fill(undefined)

  find(scope: string, request: string): R | undefined {
    let one = this.#places[placeOf(request)]
    while (one && (one.request !== request || one.scope !== scope)) one = one.next
    return one
  }

  add(one: R): void {
    const place = placeOf(one.request)
    one.next = this.#places[place]
    this.#places[place] = one
  }

  /** Takes it out; one that is not there any more stays out. */
  remove(one: R): void {
    const place = placeOf(one.request)
    let before: R | undefined
    for (let at = this.#places[place]; at; at = at.next) {
      if (at === one) {
        if (before) before.next = one.next
        else this.#places[place] = one.next
        one.next = undefined
        return
      }
      before = at
    }
  }

  clear(): void {
    this.#places.fill(undefined)
  }
}

function placeOf(request: string): number {
  let hash = request.length
  for (let count = 0, at = request.length - 1; count < sampled && at >= 0; count++, at -= stride) {
    hash = (Math.imul(hash, 31) + request.charCodeAt(at)) | 0
  }
  return hash & (places - 1)
}
