import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

/** One file that a page embeds with one script tag; the style sheets travel inside it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    lib: {
      entry: fileURLToPath(new URL('src/main.ts', import.meta.url)),
      name: 'throughlineChat',
      formats: ['iife'],
      fileName: () => 'widget.js',
    },
  },
})
