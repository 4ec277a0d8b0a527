import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** The desk's languages. */
export type DeskLocale = 'en' | 'zh-CN'

const key = 'throughline:desk:locale'

/** The language this person chose here, else the browser's where we speak it. */
export function preferredLocale(): DeskLocale {
  const chosen = localStorage.getItem(key) ?? navigator.language
  return chosen.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

/** Speaks this language from now on, and on this machine's next visit. */
export function speak(locale: DeskLocale): void {
  localStorage.setItem(key, locale)
  i18n.activate(locale)
  document.documentElement.lang = locale
}

/** Loads both catalogues; messages are compiled when they are first shown. */
export function openWords(): typeof i18n {
  i18n.setMessagesCompiler(compileMessage)
  i18n.load({ en, 'zh-CN': zhCN })
  const locale = preferredLocale()
  i18n.activate(locale)
  document.documentElement.lang = locale
  return i18n
}
