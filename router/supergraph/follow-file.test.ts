import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createLogger } from '#platform/log/logger.ts'
import { until } from '#platform/testkit/until.ts'
import { followFile } from './follow-file.ts'
import type { Reload } from './reloads.ts'
import { hashOf } from './supergraph.ts'

const log = createLogger('router', 'silent')

/** Follows a file that holds `first`; what is offered is written down, and answered in turn. */
function following(first: string, answers: Reload[] = []) {
  const folder = mkdtempSync(join(tmpdir(), 'follow-file-'))
  const path = join(folder, 'supergraph.graphql')
  writeFileSync(path, first)
  const offered: string[] = []
  const offer = async ({ sdl }: { sdl: string }): Promise<Reload> => {
    offered.push(sdl)
    return answers.shift() ?? { outcome: 'unchanged' }
  }
  const stop = followFile(path, hashOf(first), { offer }, log)
  onTestFinished(() => {
    stop()
    rmSync(folder, { recursive: true })
  })
  return {
    path,
    offered,
    replace(text: string) {
      writeFileSync(`${path}.new`, text)
      renameSync(`${path}.new`, path)
    },
    reaches: (text: string) => until(text, () => offered.at(-1) === text),
  }
}

test('a file that is written, and one that takes its name, are offered; the same again is not', async () => {
  const { path, offered, replace, reaches } = following('one')
  writeFileSync(path, 'two')
  await reaches('two')
  replace('three')
  await reaches('three')
  replace('three')
  writeFileSync(path, 'four')
  await reaches('four')
  expect(offered).toEqual(['two', 'three', 'four'])
})

test('a file that goes away changes nothing; it is taken up when it is there again', async () => {
  const { path, offered, replace, reaches } = following('one')
  rmSync(path)
  replace('two')
  await reaches('two')
  rmSync(path)
  replace('two')
  replace('three')
  await reaches('three')
  expect(offered).toEqual(['two', 'three'])
})

test('a file that is being written is read when it is whole', async () => {
  const { path, offered, reaches } = following('one')
  const whole = 'type Query { a: Int }'.repeat(40)
  for (let length = 20; length < whole.length; length += 20) {
    writeFileSync(path, whole.slice(0, length))
    await new Promise((resolve) => setImmediate(resolve))
  }
  writeFileSync(path, whole)
  await reaches(whole)
  expect(offered).toEqual([whole])
})

test('what was refused is not offered again, unless nothing was found out about it', async () => {
  const problem = (code: 'SUPERGRAPH_SYNTAX' | 'SUPERGRAPH_TRIAL_FAILED'): Reload => ({
    outcome: 'refused',
    seconds: 0,
    problems: [{ code, message: '' }],
  })
  const { offered, replace, reaches } = following('one', [
    problem('SUPERGRAPH_SYNTAX'),
    problem('SUPERGRAPH_TRIAL_FAILED'),
  ])
  replace('wrong')
  await reaches('wrong')
  replace('wrong')
  replace('right')
  await until('a second try', () => offered.filter((text) => text === 'right').length === 2)
  expect(offered).toEqual(['wrong', 'right', 'right'])
})
