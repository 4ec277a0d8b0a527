import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useMutation } from 'urql'
import { type PresenceStatus, SetPresenceDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { useInbox } from '../inbox/inbox-context.tsx'
import { PresenceSign } from '../signs/presence-sign.tsx'
import { problemWord } from '../words/problem-word.ts'
import { useWords } from '../words/use-words.ts'

const choices: PresenceStatus[] = ['AVAILABLE', 'BUSY', 'AWAY', 'OFFLINE']

/** How ready the agent is, and the way to change it. */
export function PresenceControl() {
  const { t } = useWords()
  const { agent } = useInbox()
  const [setting, set] = useMutation(SetPresenceDocument)
  const [refusal, setRefusal] = useState<string>()
  if (!agent) return null
  const choose = async (status: PresenceStatus) => {
    const { error } = await set({ status })
    setRefusal(problemOf(error)?.code)
  }
  return (
    <>
      {refusal && (
        <span role="alert" className="text-12 text-bad">
          {t(problemWord(refusal))}
        </span>
      )}
      <MenuTrigger>
        <Button
          className="control"
          isDisabled={setting.fetching}
          aria-label={t('presence.label', { presence: t(`presence.${agent.presence}`) })}
          data-testid="presence"
        >
          <PresenceSign presence={agent.presence} />
          <ChevronDown size={14} aria-hidden className="text-ink-soft" />
        </Button>
        <Popover
          placement="bottom end"
          className="min-w-44 rounded-md border border-line bg-raised p-1 shadow-card"
        >
          <Menu
            aria-label={t('presence.menu')}
            selectionMode="single"
            selectedKeys={[agent.presence]}
            className="outline-none"
            onAction={(key) => void choose(key as PresenceStatus)}
          >
            {choices.map((choice) => (
              <MenuItem
                key={choice}
                id={choice}
                textValue={t(`presence.${choice}`)}
                className="flex h-8 cursor-pointer items-center rounded-md px-2 outline-none data-[focused]:bg-hover data-[selected]:font-semibold"
              >
                <PresenceSign presence={choice} />
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </>
  )
}
