/** The part of the set-up that needs Node 24 and the packages: the stores' servers, then the built faces. */
import { fileURLToPath } from 'node:url'
import { findStoreProgram } from '../stores/find-store-program.ts'
import { mongodbProgram, valkeyProgram } from '../stores/store-programs.ts'
import { buildFace } from './build-face.ts'
import { SetupError } from './setup-error.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

try {
  for (const program of [mongodbProgram, valkeyProgram]) {
    if (!process.env[program.variable]) await findStoreProgram(program)
  }
  for (const face of ['desk', 'widget']) buildFace(root, face)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(`\n${error.message}\n`)
  process.exitCode = 1
}
