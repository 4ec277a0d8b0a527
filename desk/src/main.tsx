import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import './theme/desk.css'
import { openWords } from './words/i18n.ts'

const place = document.getElementById('desk')
if (!place) throw new Error('the page has no place for the desk')
createRoot(place).render(
  <StrictMode>
    <I18nProvider i18n={openWords()}>
      <App />
    </I18nProvider>
  </StrictMode>,
)
