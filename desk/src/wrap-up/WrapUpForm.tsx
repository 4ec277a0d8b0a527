import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useMutation, useQuery } from 'urql'
import { WrapUpCodesDocument, WrapUpSessionDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { problemWord } from '../words/problem-word.ts'
import { WrapUpLimit } from './WrapUpLimit.tsx'
import { useWords } from '../words/use-words.ts'

interface WrapUpFormProperties {
  sessionId: string
  /** When the contact ended; undefined while it is not known. */
  since: string | undefined
  /** How long this may take, ISO 8601; null without end. */
  limit: string | null
}

/** After-contact work: what came of it, in one choice and a note. Finishing frees the agent's capacity. */
export function WrapUpForm({ sessionId, since, limit }: WrapUpFormProperties) {
  const { t, locale } = useWords()
  const navigate = useNavigate()
  const [{ data, error: codesError }] = useQuery({ query: WrapUpCodesDocument })
  const [saving, save] = useMutation(WrapUpSessionDocument)
  const [code, setCode] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const ready = data !== undefined
  useEffect(() => {
    // The composer that had the focus is gone; a person who is elsewhere by now is left there.
    if (ready && document.activeElement === document.body) form.current?.querySelector('input')?.focus()
  }, [ready])
  const problem = problemOf(codesError)?.code ?? refusal

  const finish = async (event?: FormEvent) => {
    event?.preventDefault()
    if (!code || saving.fetching) return
    const answer = await save({ input: { sessionId, code, note: note.trim() || undefined } })
    const failed = problemOf(answer.error)?.code ?? answer.data?.wrapUpSession.userErrors[0]?.code
    setRefusal(failed)
    if (!failed) void navigate({ to: '/inbox' })
  }

  return (
    <form
      ref={form}
      className="flex flex-col gap-3 border-t border-line p-4"
      aria-label={t('wrapUp.title')}
      data-testid="wrap-up"
      onSubmit={(event) => void finish(event)}
      onKeyDownCapture={(event) => {
        // On the way down: the radios keep Enter to themselves.
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void finish()
      }}
    >
      <RadioGroup aria-label={t('wrapUp.code')} value={code} onChange={setCode}>
        <p className="mb-2 flex items-center justify-between gap-2">
          <span className="pane-title">{t('wrapUp.title')}</span>
          {since && limit && <WrapUpLimit since={since} limit={limit} />}
        </p>
        <div className="flex flex-wrap gap-2">
          {data?.wrapUpCodes.map((entry) => (
            <Radio
              key={entry.code}
              value={entry.code}
              className="control cursor-pointer data-[selected]:border-accent data-[selected]:bg-accent-soft data-[selected]:text-accent"
            >
              {locale === 'zh-CN' ? entry.nameZh : entry.nameEn}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <textarea
        className="field"
        rows={2}
        maxLength={2_000}
        value={note}
        placeholder={t('wrapUp.note')}
        aria-label={t('wrapUp.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      {problem && (
        <p role="alert" className="text-12 text-bad">
          {t(problemWord(problem))}
        </p>
      )}
      <button type="submit" className="control control-main self-end" disabled={!code || saving.fetching}>
        {t('wrapUp.finish')}
      </button>
    </form>
  )
}
