/** Characters of a preview; the graph promises no more. */
const maxCharacters = 140

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** The start of a text on one line, at most 140 characters, never cut within a sign or an emoji; '' without words. */
export function previewOf(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  if (line.length <= maxCharacters) return line
  let kept = ''
  for (const { segment } of graphemes.segment(line.slice(0, maxCharacters * 2))) {
    if (kept.length + segment.length > maxCharacters - 1) break
    kept += segment
  }
  return `${kept.trimEnd()}…`
}
