import { useParams } from '@tanstack/react-router'
import { PaneDivider } from '../app/PaneDivider.tsx'
import { Empty } from '../app/states.tsx'
import { usePaneWidth } from '../app/use-pane-width.ts'
import { useWide } from '../app/use-wide.ts'
import { ContextPane } from '../context/ContextPane.tsx'
import { useContextShown } from '../context/use-context-shown.ts'
import { ConversationPane } from '../conversation/ConversationPane.tsx'
import { useWords } from '../words/use-words.ts'
import { ContactList } from './ContactList.tsx'

/** List, conversation and context side by side; below 1,000 px one of them at a time. */
export function InboxView() {
  const { t } = useWords()
  const { conversationId } = useParams({ strict: false })
  const wide = useWide()
  const context = useContextShown(wide)
  const list = usePaneWidth('list', 296, 220, 480)
  const side = usePaneWidth('context', 320, 260, 520)

  const listShown = wide || !conversationId
  const contextShown = conversationId !== undefined && context.shown
  const conversationShown = conversationId !== undefined && (wide || !context.shown)
  return (
    <div className="flex h-full min-h-0">
      {listShown && (
        <div
          className="relative min-h-0 flex-none border-line bg-surface max-wide:flex-1 wide:border-r"
          style={wide ? { width: list.width } : undefined}
        >
          <ContactList />
          <PaneDivider pane={list} side="left" label={t('inbox.resize')} />
        </div>
      )}
      {conversationShown && (
        <div className="min-h-0 min-w-0 flex-1 bg-surface">
          <ConversationPane key={conversationId} conversationId={conversationId} context={context} />
        </div>
      )}
      {wide && !conversationId && (
        <div className="flex-1">
          <Empty title={t('conversation.none')}>{t('conversation.none.hint')}</Empty>
        </div>
      )}
      {contextShown && (
        <aside
          aria-label={t('context.title')}
          className="relative min-h-0 flex-none border-line bg-ground max-wide:flex-1 wide:border-l"
          style={wide ? { width: side.width } : undefined}
        >
          <PaneDivider pane={side} side="right" label={t('context.resize')} />
          <div className="h-full overflow-y-auto">
            <ContextPane key={conversationId} conversationId={conversationId} onBack={context.toggle} />
          </div>
        </aside>
      )}
    </div>
  )
}
