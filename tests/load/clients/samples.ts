/** A growing list of numbers, cheap for millions of them. */
export class Samples {
  #values = new Float64Array(1024)
  #count = 0

  add(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#count++] = value
  }

  clear(): void {
    this.#count = 0
  }

  values(): Float64Array {
    return this.#values.slice(0, this.#count)
  }
}
