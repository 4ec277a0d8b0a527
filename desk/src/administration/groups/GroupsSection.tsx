import { useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { SkillGroupsDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { GroupForm } from './GroupForm.tsx'

/** Groups of agents who get skills together. */
export function GroupsSection() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [{ data, error }, again] = useQuery({
    query: SkillGroupsDocument,
    requestPolicy: 'cache-and-network',
  })
  const reload = () => again({ requestPolicy: 'network-only' })
  const open = data?.skillGroups.find(({ id }) => id === entryId)
  return (
    <ListWithForm
      to="/administration/groups"
      title={t('administration.groups')}
      newLabel={t('groups.new')}
      entries={data?.skillGroups.map(({ id, name, members }) => ({
        id,
        name,
        note: t('groups.members', { count: members.length }),
      }))}
      problem={problemOf(error)}
      onRetry={reload}
      openId={entryId}
      empty={t('groups.empty')}
      emptyHint={t('groups.empty.hint')}
      chooseHint={t('groups.choose')}
    >
      {data && (open || entryId === newEntry) && (
        <GroupForm
          key={entryId}
          group={open}
          skills={data.skills}
          agents={data.agents.nodes}
          onSaved={(id) => {
            reload()
            if (!open) void navigate({ to: '/administration/groups/$entryId', params: { entryId: id } })
          }}
          onRemoved={() => {
            reload()
            void navigate({ to: '/administration/groups' })
          }}
        />
      )}
    </ListWithForm>
  )
}
