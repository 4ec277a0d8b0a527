import fc from 'fast-check'

/** Fields of the guarded graph by type; a type behind a field is written after it. */
const graph: Record<string, readonly string[]> = {
  Query: [
    'me User',
    'node Node',
    'nodes Node',
    'found Found',
    'vault Vault',
    'media Media',
    'iban',
    'level',
    'number',
    'whispered',
    'posted',
    'stamped',
  ],
  User: [
    'id',
    'label',
    'name',
    'email',
    'pin',
    'level',
    'iban',
    'phone',
    'street',
    'greeting',
    'card',
    'vault Vault',
    'friends User',
    'grid User',
    'account Account',
  ],
  Account: ['id', 'owner User'],
  Robot: ['id', 'label'],
  Vault: ['id', 'gold'],
  Node: ['id', 'label'],
  Found: [],
  Media: ['id', 'title', 'review', 'stars'],
  Film: ['id', 'title', 'review', 'stars'],
  Song: ['id', 'title', 'review', 'stars'],
}
/** On which types a fragment may be put. */
const conditions: Record<string, readonly string[]> = {
  Query: ['Query'],
  User: ['User', 'Node'],
  Account: ['Account'],
  Robot: ['Robot', 'Node'],
  Vault: ['Vault'],
  Node: ['Node', 'User', 'Robot'],
  Found: ['User', 'Robot', 'Vault', 'Node'],
  Media: ['Media', 'Film', 'Song'],
  Film: ['Film', 'Media'],
  Song: ['Song', 'Media'],
}
const deepest = 5

/**
 * A random valid query over the guarded graph: aliases, inline and named fragments that narrow and widen, the same key
 * several times, conditions on the variables `$yes` and `$no`.
 */
export const randomOperation: fc.Arbitrary<string> = fc
  .array(fc.nat(1_000), { minLength: 5, maxLength: 120 })
  .map((choices) => new Writer(choices).operation())

class Writer {
  readonly #choices: readonly number[]
  readonly #fragments: string[] = []
  #next = 0

  constructor(choices: readonly number[]) {
    this.#choices = choices
  }

  operation(): string {
    const selection = this.#selection('Query', 0)
    const fragments = this.#fragments.map((text) => ` ${text}`).join('')
    return `query($yes: Boolean!, $no: Boolean!) { a: number @include(if: $yes) b: number @skip(if: $no) ${selection} }${fragments}`
  }

  #choose(count: number): number {
    return (this.#choices[this.#next++] ?? 0) % count
  }

  #selection(type: string, depth: number): string {
    const count = 1 + this.#choose(4)
    const written = Array.from({ length: count }, () => this.#one(type, depth)).filter(Boolean)
    return written.join(' ') || '__typename'
  }

  #one(type: string, depth: number): string {
    const kind = this.#choose(10)
    if (kind === 0) return '__typename'
    const fields = graph[type] ?? []
    if (fields.length > 0 && (kind < 7 || depth >= deepest)) return this.#field(fields, depth)
    return depth < deepest ? this.#fragment(type, depth) : '__typename'
  }

  #field(fields: readonly string[], depth: number): string {
    const [name = '', type] = (fields[this.#choose(fields.length)] ?? '').split(' ')
    if (type && depth >= deepest) return ''
    const alias = this.#choose(4) === 0 ? `my_${name}: ` : ''
    const below = type ? ` { ${this.#selection(type, depth + 1)} }` : ''
    return `${alias}${name}${this.#condition()}${below}`
  }

  #fragment(type: string, depth: number): string {
    const possible = conditions[type] ?? []
    const on = possible[this.#choose(possible.length)] ?? type
    const selection = this.#selection(on, depth + 1)
    const condition = this.#condition()
    if (this.#choose(3) > 0) return `... on ${on}${condition} { ${selection} }`
    const name = `F${this.#fragments.length}`
    this.#fragments.push(`fragment ${name} on ${on} { ${selection} }`)
    return `...${name}${condition}`
  }

  #condition(): string {
    const chosen = this.#choose(12)
    return [' @include(if: $yes)', ' @include(if: $no)', ' @skip(if: $yes)', ' @skip(if: $no)'][chosen] ?? ''
  }
}
