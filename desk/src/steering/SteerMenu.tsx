import { ChevronRight, Ellipsis } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
import { useWords } from '../words/use-words.ts'
import { priorities } from './priorities.ts'
import type { SteeredContact } from './steered-contact.ts'
import { useSteering } from './steering-context.ts'
import { steersFor } from './steers-for.ts'

const item =
  'flex h-8 cursor-pointer items-center justify-between gap-3 rounded-md px-2 outline-none data-[focused]:bg-hover data-[selected]:font-semibold'
const list = 'min-w-44 rounded-md border border-line bg-raised p-1 shadow-card'

/** What a supervisor can do with a contact; nothing for others, or when it is over. */
export function SteerMenu({ contact }: { contact: SteeredContact }) {
  const { t } = useWords()
  const steering = useSteering()
  const steers = steersFor(contact)
  if (!steering || steers.length === 0) return null
  return (
    <MenuTrigger>
      <Button
        className="control control-quiet control-icon h-7 w-7"
        aria-label={t('steer.menu', { name: contact.name })}
        data-testid="steer"
      >
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover placement="bottom end" className={list}>
        <Menu aria-label={t('steer.menu', { name: contact.name })} className="outline-none">
          {steers.map((steer) =>
            steer === 'reprioritize' ? (
              <SubmenuTrigger key={steer}>
                <MenuItem className={item}>
                  {t('steer.reprioritize')}
                  <ChevronRight size={14} aria-hidden />
                </MenuItem>
                <Popover className={list}>
                  <Menu
                    aria-label={t('steer.reprioritize')}
                    selectionMode="single"
                    selectedKeys={[String(contact.priority)]}
                    className="outline-none"
                  >
                    {priorities.map((priority) => (
                      <MenuItem
                        key={priority}
                        id={String(priority)}
                        className={item}
                        onAction={() => steering.setPriority(contact, priority)}
                      >
                        {t(`priority.${priority}`)}
                      </MenuItem>
                    ))}
                  </Menu>
                </Popover>
              </SubmenuTrigger>
            ) : (
              <MenuItem key={steer} className={item} onAction={() => steering.begin(contact, steer)}>
                {t(`steer.${steer}`)}
              </MenuItem>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
