import { useNavigate, useParams } from '@tanstack/react-router'
import { useQuery } from 'urql'
import { SkillSettingsListDocument } from '../../generated/operations.ts'
import { problemOf } from '../../graph/problem.ts'
import { useWords } from '../../words/use-words.ts'
import { ListWithForm, newEntry } from '../ListWithForm.tsx'
import { SkillForm } from './SkillForm.tsx'
import { SkillMatrix } from './SkillMatrix.tsx'

/** The skills there are, and who can serve what by them. */
export function SkillsSection() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { entryId } = useParams({ strict: false })
  const [{ data, error }, again] = useQuery({
    query: SkillSettingsListDocument,
    requestPolicy: 'cache-and-network',
  })
  const reload = () => again({ requestPolicy: 'network-only' })
  const skills = data?.skills.toSorted((a, b) => a.name.localeCompare(b.name))
  const open = skills?.find(({ id }) => id === entryId)
  return (
    <ListWithForm
      to="/administration/skills"
      title={t('administration.skills')}
      newLabel={t('skills.new')}
      entries={skills?.map(({ id, name, kind, basicProficiency }) => ({
        id,
        name,
        note: [t(`skills.kind.${kind}`), basicProficiency !== null && t('skills.everybody')]
          .filter(Boolean)
          .join(' · '),
      }))}
      problem={problemOf(error)}
      onRetry={reload}
      openId={entryId}
      empty={t('skills.empty')}
      emptyHint={t('skills.empty.hint')}
      chooseHint={t('skills.choose')}
      beside={<SkillMatrix />}
    >
      {(open || entryId === newEntry) && (
        <SkillForm
          key={entryId}
          skill={open}
          onSaved={(id) => {
            reload()
            if (!open) void navigate({ to: '/administration/skills/$entryId', params: { entryId: id } })
          }}
          onRemoved={() => {
            reload()
            void navigate({ to: '/administration/skills' })
          }}
        />
      )}
    </ListWithForm>
  )
}
