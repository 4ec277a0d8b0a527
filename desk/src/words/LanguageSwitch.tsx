import { Languages } from 'lucide-react'
import { speak } from './i18n.ts'
import { useWords } from './use-words.ts'

/** Changes to the other language, named in that language. */
export function LanguageSwitch() {
  const { locale } = useWords()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className="control control-quiet" lang={other} onClick={() => speak(other)}>
      <Languages size={14} aria-hidden />
      {other === 'en' ? 'English' : '简体中文'}
    </button>
  )
}
