import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** What a page pays for the widget, in gzipped bytes; a customer's page must not feel it. */
const limitBytes = 15 * 1024

const file = fileURLToPath(new URL('dist/widget.js', import.meta.url))
const bytes = gzipSync(readFileSync(file), { level: 9 }).byteLength
console.log(`widget.js: ${bytes} bytes gzipped of ${limitBytes} allowed`)
if (bytes > limitBytes) process.exitCode = 1
