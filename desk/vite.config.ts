import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import type { DocumentNode } from 'graphql'
import { getOperationName } from 'urql'
import { defineConfig } from 'vite'
import { documentHash, releasedDocuments } from '../widget/released-documents.ts'
import * as generated from './src/generated/operations.ts'
import { documentText } from './src/graph/document-sent.ts'

const operations = Object.values<DocumentNode>(generated)
  .filter((document) => getOperationName(document) !== undefined)
  .map((document) => ({ name: getOperationName(document) ?? '', text: documentText(document) }))
const hashes = Object.fromEntries(operations.map(({ name, text }) => [name, documentHash(text)]))

/** The desk: static files that the router serves under /desk/. */
export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/desk/',
  plugins: [react(), tailwind(), releasedDocuments(operations.map(({ text }) => text))],
  // Not while the desk is worked on: its documents change, and the router does not know them.
  define: command === 'build' ? { __DOCUMENT_HASHES__: JSON.stringify(hashes) } : {},
  build: { target: 'es2023', outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 900 },
  // For work on the desk itself: `npx vite desk` beside a running `npm start`.
  server: {
    proxy: { '/graphql': { target: 'http://127.0.0.1:4000', ws: true }, '/auth': 'http://127.0.0.1:4000' },
  },
}))
