import { fileURLToPath } from 'node:url'
import { build, defineConfig, type Plugin } from 'vite'
import { documentsByHash } from './documents-by-hash.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** The transport for networks without WebSocket, in a file of its own that only pages in such networks load. */
const eventStream: Plugin = {
  name: 'event-stream',
  apply: 'build',
  async closeBundle() {
    await build({
      configFile: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        target: 'es2022',
        outDir: at('dist'),
        emptyOutDir: false,
        lib: {
          entry: at('../live-client/src/event-stream-link.ts'),
          formats: ['es'],
          fileName: () => 'widget-event-stream.js',
        },
      },
    })
  },
}

/** One file that a page embeds with one script tag; the style sheets travel inside it. */
export default defineConfig({
  root: at('.'),
  publicDir: false,
  plugins: [documentsByHash(), eventStream],
  // Elements by Preact's own `h`: the automatic runtime would bring another one along.
  oxc: {
    jsx: { runtime: 'classic', pragma: 'h', pragmaFrag: 'Fragment' },
    jsxInject: "import { Fragment, h } from 'preact'",
  },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    lib: {
      entry: at('src/main.ts'),
      name: 'throughlineChat',
      formats: ['iife'],
      fileName: () => 'widget.js',
    },
  },
})
