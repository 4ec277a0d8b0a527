import { useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useQuery } from 'urql'
import { Failure, Skeleton } from '../../app/states.tsx'
import { AgentProfileDocument, AgentProfilesDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { AgentForm } from './AgentForm.tsx'

/** The agents: what each can serve, at which level and until when, and how much at once. */
export function AgentsSection() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [first, setFirst] = useState(50)
  const [{ data, error }, again] = useQuery({
    query: AgentProfilesDocument,
    variables: { first, after: null },
    requestPolicy: 'cache-and-network',
  })
  const [profile, askProfile] = useQuery({
    query: AgentProfileDocument,
    variables: { id: entryId ?? '' },
    pause: entryId === undefined,
    requestPolicy: 'cache-and-network',
  })
  const open = profile.data?.agent?.id === entryId ? profile.data?.agent : undefined
  const problem = problemOf(profile.error)
  const agents = data?.agents.nodes
  return (
    <ListWithForm
      to="/administration/agents"
      title={t('administration.agents')}
      newLabel={t('agents.new')}
      entries={agents?.map(({ id, name, presence }) => ({ id, name, note: t(`presence.${presence}`) }))}
      problem={problemOf(error)}
      onRetry={() => again({ requestPolicy: 'network-only' })}
      openId={entryId}
      knownElsewhere={open !== undefined}
      empty={t('agents.empty')}
      emptyHint={t('agents.empty.hint')}
      chooseHint={t('agents.choose')}
      onMore={data?.agents.pageInfo.hasNextPage && first < 100 ? () => setFirst(100) : undefined}
    >
      {entryId === newEntry || open ? (
        <AgentForm
          key={entryId}
          agent={open ?? undefined}
          skills={profile.data?.skills ?? []}
          onSaved={(id) => {
            again({ requestPolicy: 'network-only' })
            if (entryId === newEntry)
              void navigate({ to: '/administration/agents/$entryId', params: { entryId: id } })
          }}
        />
      ) : problem ? (
        <Failure problem={problem} onRetry={() => askProfile({ requestPolicy: 'network-only' })} />
      ) : (
        <Skeleton rows={6} height={52} />
      )}
    </ListWithForm>
  )
}
