import { useState } from 'react'
import { ConfirmDialog } from '../../app/ConfirmDialog.tsx'
import { Field } from '../../forms/Field.tsx'
import { useSave } from '../../forms/use-save.ts'
import { RemoveQueueDocument } from '../../generated/operations.ts'
import { problemWord } from '../../words/problem-word.ts'
import { refusalWord } from '../../words/refusal-word.ts'
import { useWords } from '../../words/use-words.ts'

interface RemoveQueueProperties {
  queueId: string
  name: string
  others: readonly { id: string; name: string }[]
  onRemoved: () => void
}

/** Takes a queue out of use, and says where its contacts go. */
export function RemoveQueue({ queueId, name, others, onRemoved }: RemoveQueueProperties) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [moveTo, setMoveTo] = useState('')
  const removal = useSave(RemoveQueueDocument, ({ removeQueue }) => removeQueue.userErrors)
  const remove = async () => {
    if (await removal.save({ id: queueId, moveTo: moveTo || null })) onRemoved()
  }
  return (
    <>
      <button type="button" className="control self-start text-bad" onClick={() => setOpen(true)}>
        {t('queues.remove')}
      </button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('queues.remove.title', { queue: name })}
        label={t('queues.remove')}
        busy={removal.saving}
        onConfirm={() => void remove()}
      >
        <p className="text-ink-soft">{t('queues.remove.hint')}</p>
        <Field label={t('queues.moveTo')} refusal={removal.refusals.find(({ field }) => field === 'moveTo')}>
          {(control) => (
            <select
              {...control}
              className="field"
              value={moveTo}
              onChange={({ target }) => setMoveTo(target.value)}
            >
              <option value="">{t('queues.nobodyMoves')}</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        {removal.refusals
          .filter(({ field }) => field !== 'moveTo')
          .map(({ code }) => (
            <p key={code} role="alert" className="text-bad">
              {t(refusalWord(code))}
            </p>
          ))}
        {removal.problem && (
          <p role="alert" className="text-bad">
            {t(problemWord(removal.problem.code))}
          </p>
        )}
      </ConfirmDialog>
    </>
  )
}
