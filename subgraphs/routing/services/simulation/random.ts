/** Random numbers that a seed decides: equal seeds give equal numbers, on every machine. */
export interface Random {
  /** The next number, 0 included and 1 not. */
  next(): number
}

/**
 * A stream of random numbers: sfc32 (Chris Doty-Humphrey's Small Fast Counter generator of 32 bits; passes PractRand).
 * Streams of different names are independent, so that one more draw in one of them leaves the others as they were: two
 * simulations of one seed meet the same contacts, whatever else differs.
 */
export function createRandom(seed: number, stream: string): Random {
  let [a, b, c, counter] = [hash(seed, `${stream}/a`), hash(seed, `${stream}/b`), hash(seed, stream), 1]
  const random = {
    next() {
      const sum = (a + b + counter) | 0
      counter = (counter + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + sum) | 0
      return (sum >>> 0) / 0x1_0000_0000
    },
  }
  // The first numbers still show the seed.
  for (let n = 0; n < 12; n += 1) random.next()
  return random
}

/** FNV-1a over the seed and the name, finished by MurmurHash3's mixer, so that near seeds are far apart. */
function hash(seed: number, name: string): number {
  let value = 0x811c9dc5
  for (const character of `${seed}:${name}`) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}
