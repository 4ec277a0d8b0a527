import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useAtDesk } from '../session/account-context.ts'
import { speak } from '../words/i18n.ts'
import { useWords } from '../words/use-words.ts'

const item = 'flex h-8 cursor-pointer items-center rounded-md px-2 outline-none data-[focused]:bg-hover'

/** Who sits here; language, shortcuts, and the way out. */
export function AccountMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t, locale } = useWords()
  const { account, leave } = useAtDesk()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <MenuTrigger>
      <Button
        className="grid size-8 place-items-center rounded-full bg-accent-soft font-semibold text-accent"
        aria-label={t('account.menu', { name: account.name })}
      >
        {account.name.slice(0, 1)}
      </Button>
      <Popover
        placement="bottom end"
        className="min-w-52 rounded-md border border-line bg-raised p-1 shadow-card"
      >
        <p className="border-b border-line px-2 pt-1 pb-2">
          <span className="block font-medium">{account.name}</span>
          <span className="text-12 text-ink-soft">{account.email}</span>
        </p>
        <Menu aria-label={t('account.menu', { name: account.name })} className="pt-1 outline-none">
          <MenuItem className={item} onAction={() => speak(other)}>
            <span lang={other}>{other === 'en' ? 'English' : '简体中文'}</span>
          </MenuItem>
          <MenuItem className={item} onAction={onShortcuts}>
            {t('shortcuts.title')}
          </MenuItem>
          <MenuItem className={item} onAction={leave}>
            {t('account.signOut')}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
