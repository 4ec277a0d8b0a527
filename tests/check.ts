/**
 * `npm run check`: types, lint, format, generated code and composition. Everything is looked at before it ends, so that
 * one run shows all that is wrong.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runCheck } from './setup/run-check.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const program = (path: string) => join(root, 'node_modules', path)
const tsc = program('typescript/bin/tsc')
const codegen = program('@graphql-codegen/cli/cjs/bin.js')

interface Check {
  name: string
  args: string[]
  /** What a person does when it fails. */
  remedy: string
  /** Left out where this file is missing. */
  needs?: string
}

const checks: Check[] = [
  { name: 'types', args: [tsc, '--noEmit'], remedy: 'mend the types' },
  ...['desk', 'widget', 'live-client'].map((face) => ({
    name: `types of ${face}`,
    args: [tsc, '--noEmit', '-p', face],
    remedy: 'mend the types',
    needs: `${face}/tsconfig.json`,
  })),
  {
    name: 'lint',
    args: [program('eslint/bin/eslint.js'), '.'],
    remedy: 'mend what it names, or npx eslint --fix',
  },
  { name: 'format', args: [program('@biomejs/biome/bin/biome'), 'format', '.'], remedy: 'npm run format' },
  {
    name: 'generated resolver types',
    args: [codegen, '--config', 'tests/architecture/codegen.ts', '--check'],
    remedy: 'npm run codegen',
  },
  {
    name: 'generated operations of the faces',
    args: [codegen, '--config', 'desk/codegen.ts', '--check'],
    remedy: 'npm run codegen -w desk',
    needs: 'desk/codegen.ts',
  },
  { name: 'composition', args: ['schema/compose.ts', '--check'], remedy: 'npm run compose' },
]

let failed = 0
for (const { name, args, remedy, needs } of checks) {
  if (needs && !existsSync(join(root, needs))) continue
  const { passed, output, ms } = await runCheck(args, root)
  console.log(`${passed ? '✓' : '✗'} ${name} (${(ms / 1000).toFixed(1)} s)`)
  if (passed) continue
  failed += 1
  console.log(`${output.trimEnd()}\n  → ${remedy}\n`)
}
const passed = checks.filter(({ needs }) => !needs || existsSync(join(root, needs))).length - failed
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
