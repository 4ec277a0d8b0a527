import { join } from 'node:path'
import { expect, test } from 'vitest'
import { cannotRun, tryProgram } from '#platform/stores/program-runs.ts'
import { mongodbProgram } from '#platform/stores/store-programs.ts'
import { programsOnPath } from './programs-on-path.ts'
import { temporaryFolder } from './temporary-folder.ts'

test.each([
  ['echo "db version v6.0.5"', { version: '6.0' }],
  ['echo "db version v8.2.1"', { version: '8.2' }],
  ['echo "db version v5.0.9"', { unusable: 'it is version 5.0; 6.0 or newer is needed' }],
  ['echo "something"', { unusable: 'its version cannot be read from "something"' }],
  ['exit 3', { unusable: 'it ended with 3' }],
])('a mongod that does `%s` gives %j', (script, trial) => {
  const bin = programsOnPath(temporaryFolder(), { mongod: script })
  expect(tryProgram(mongodbProgram, join(bin, 'mongod'))).toEqual(trial)
})

test.each([
  ['libcurl.so.4', 'apt-get install libcurl4'],
  ['libcrypto.so.3', 'apt-get install libssl3'],
])('a missing %s is answered with the package to install', (library, advice) => {
  const said = `mongod: error while loading shared libraries: ${library}: cannot open shared object file`
  const message = cannotRun(mongodbProgram, said).message
  expect(message).toContain(`needs the library ${library}`)
  expect(message).toContain(advice)
})
