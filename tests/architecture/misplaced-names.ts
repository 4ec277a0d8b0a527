/** Names that say nothing about what is inside; things gather there. */
const forbidden = /^(utils?|helpers?|common|misc|shared|lib|stuff)$/i

/** Those of the paths that have a folder or a file with a name that is not allowed, or an `index.ts` that is a barrel. */
export function misplacedNames(paths: string[]): string[] {
  return paths.filter((path) => {
    const parts = path.split('/').map((part) => part.replace(/(\.test)?\.[cm]?[jt]sx?$/, ''))
    return parts.some((part) => forbidden.test(part))
  })
}

/** Whether a module only passes on what others export. */
export function isBarrel(source: string): boolean {
  const statements = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\/\/.*$/gm, '')
    .trim()
  return (
    statements !== '' &&
    /^(\s*export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?\s*)+$/.test(statements)
  )
}
