import { type FormEvent, useState } from 'react'
import { problemWord } from '../words/problem-word.ts'
import { useWords } from '../words/use-words.ts'
import { LanguageSwitch } from '../words/LanguageSwitch.tsx'
import { type Account, AccountError, signIn } from './account.ts'

/** The way in: e-mail and password. */
export function SignIn({ onSignedIn }: { onSignedIn: (account: Account) => void }) {
  const { t } = useWords()
  const [refusal, setRefusal] = useState<string>()
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setRefusal(undefined)
    try {
      onSignedIn(await signIn(String(form.get('email')), String(form.get('password'))))
    } catch (error) {
      setRefusal(error instanceof AccountError ? error.code : 'UNREACHABLE')
      setBusy(false)
    }
  }

  return (
    <main className="flex h-full flex-col items-center justify-center gap-6 p-4">
      <form
        className="flex w-full max-w-80 flex-col gap-4 rounded-md border border-line bg-surface p-6 shadow-card"
        onSubmit={(event) => void submit(event)}
      >
        <h1 className="text-20 font-semibold">Throughline</h1>
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('signIn.email')}</span>
          <input className="field" type="email" name="email" autoComplete="username" required autoFocus />
        </label>
        <label className="flex flex-col gap-1">
          <span className="font-medium">{t('signIn.password')}</span>
          <input className="field" type="password" name="password" autoComplete="current-password" required />
        </label>
        {refusal && (
          <p role="alert" className="text-bad">
            {t(problemWord(refusal))}
          </p>
        )}
        <button type="submit" className="control control-main" disabled={busy}>
          {t('signIn.submit')}
        </button>
      </form>
      <LanguageSwitch />
    </main>
  )
}
