import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a page pays, in gzipped bytes: every page for the widget, those without WebSocket for its fallback too. */
const limitsBytes = { 'widget.js': 15 * 1024, 'widget-event-stream.js': 2 * 1024 }

for (const [name, limitBytes] of Object.entries(limitsBytes)) {
  const file = fileURLToPath(new URL(`dist/${name}`, import.meta.url))
  const bytes = gzipSync(readFileSync(file), { level: 9 }).byteLength
  console.log(`${name}: ${bytes} bytes gzipped of ${limitBytes} allowed`)
  if (bytes > limitBytes) process.exitCode = 1
}
