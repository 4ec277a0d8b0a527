import { createHash } from 'node:crypto'

/** One version of the composed supergraph. */
export interface Supergraph {
  readonly sdl: string
  /** Of the SDL, in hexadecimal. */
  readonly sha256: string
  /** Its number in the registry; out of a file, the beginning of its hash. */
  readonly version: string
}

/** A supergraph that no registry has numbered. */
export function unnumbered(sdl: string): Supergraph {
  const sha256 = hashOf(sdl)
  return { sdl, sha256, version: sha256.slice(0, 12) }
}

/** The hash by which equal supergraphs are recognised. */
export function hashOf(sdl: string): string {
  return createHash('sha256').update(sdl).digest('hex')
}
