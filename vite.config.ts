import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Builds the interface. The service replaces `__CSP_NONCE__` in index.html with a nonce per response. */
export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: '/',
  plugins: [react()],
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
            { name: 'routing', test: /node_modules[\\/](@tanstack|i18next|react-i18next)[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
})
