import type { Problem } from '../graph/problem.ts'
import { problemWord } from '../words/problem-word.ts'
import { refusalWord } from '../words/refusal-word.ts'
import { useWords } from '../words/use-words.ts'
import type { Refusal } from './refusals.ts'

interface FormFooterProperties {
  saving: boolean
  /** Saved, and nothing changed since. */
  saved: boolean
  problem: Problem | undefined
  /** Refusals that no field of the form shows. */
  refusals: readonly Refusal[]
  label?: string
}

/** The end of a form: what came of it, and the button that sends it. */
export function FormFooter({ saving, saved, problem, refusals, label }: FormFooterProperties) {
  const { t } = useWords()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <button type="submit" className="control control-main" disabled={saving}>
        {label ?? t('form.save')}
      </button>
      {saved && !saving && (
        <p role="status" className="text-good">
          {t('form.saved')}
        </p>
      )}
      {problem && (
        <p role="alert" className="text-bad">
          {t(problemWord(problem.code))}
          {problem.requestId && (
            <span className="text-12"> {t('state.request', { id: problem.requestId })}</span>
          )}
        </p>
      )}
      {refusals.map(({ code, field }) => (
        <p key={`${field} ${code}`} role="alert" className="text-bad">
          {t(refusalWord(code))}
        </p>
      ))}
    </div>
  )
}
