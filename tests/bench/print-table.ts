/** Prints rows as a Markdown table with columns of equal width; figures stand to the right. */
export function printTable(head: string[], rows: string[][]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)),
  )
  const isFigure = head.map((_, column) =>
    rows.every((row) => /^[\d.,–-]*( ?(ms|s|%|MB))?$/.test(row[column] ?? '')),
  )
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => (isFigure[column] ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join(' | ')} |`
  console.log(line(head))
  console.log(
    `|${widths.map((width, column) => (isFigure[column] ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`,
  )
  for (const row of rows) console.log(line(row))
}
