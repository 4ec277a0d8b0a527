import { useState } from 'react'
import { useQuery } from 'urql'
import { AgentsToChooseDocument, type ExplainRoutingQuery } from '../generated/operations.ts'
import { Field } from '../forms/Field.tsx'
import { useWords } from '../words/use-words.ts'
import { CandidateTable } from './CandidateTable.tsx'
import { useWhyNotSentence } from './use-why-not-sentence.ts'

type Answer = NonNullable<NonNullable<ExplainRoutingQuery['explainRouting']>['whyNot']>

interface WhyNotProperties {
  answer: Answer | undefined
  asking: boolean
  chosenId: string
  onAsk: (agentId: string | undefined) => void
}

/** Choose anybody, and read why it was not them. */
export function WhyNot({ answer, asking, chosenId, onAsk }: WhyNotProperties) {
  const { t } = useWords()
  const sentences = useWhyNotSentence()
  const [agentId, setAgentId] = useState('')
  const [{ data }] = useQuery({ query: AgentsToChooseDocument, variables: { first: 100, after: null } })
  const others = data?.agents.nodes
    .filter(({ id }) => id !== chosenId)
    .toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <div className="flex flex-col gap-2 border-t border-line pt-3">
      <Field label={t('why.not')}>
        {(control) => (
          <select
            {...control}
            className="field"
            value={agentId}
            onChange={({ target }) => {
              setAgentId(target.value)
              onAsk(target.value || undefined)
            }}
          >
            <option value="">{t('why.choose')}</option>
            {others?.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {agentId && (
        <div role="status" data-testid="why-not">
          {answer && !asking ? (
            <>
              {sentences(answer).map((sentence) => (
                <p key={sentence}>{sentence}</p>
              ))}
              {answer.candidate && <CandidateTable candidates={[answer.candidate]} />}
            </>
          ) : (
            <p className="text-ink-soft">{t('state.loading')}</p>
          )}
        </div>
      )}
    </div>
  )
}
