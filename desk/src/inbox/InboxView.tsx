import { useParams } from '@tanstack/react-router'
import { Empty } from '../app/states.tsx'
import { ContextPane } from '../context/ContextPane.tsx'
import { useContextShown } from '../context/use-context-shown.ts'
import { ConversationPane } from '../conversation/ConversationPane.tsx'
import { useWords } from '../words/use-words.ts'
import { ContactList } from './ContactList.tsx'

/** List, conversation and context side by side; below 1,000 px one of them at a time. */
export function InboxView() {
  const { t } = useWords()
  const { conversationId } = useParams({ strict: false })
  const context = useContextShown()
  const columns = context.shown ? 'wide:grid-cols-[296px_1fr_320px]' : 'wide:grid-cols-[296px_1fr]'
  return (
    <div className={`grid h-full min-h-0 grid-cols-1 grid-rows-1 ${columns}`}>
      <div
        className={`min-h-0 border-line bg-surface wide:border-r ${conversationId ? 'max-wide:hidden' : ''}`}
      >
        <ContactList />
      </div>
      {conversationId ? (
        <>
          <div className={`min-h-0 min-w-0 bg-surface ${context.shownNarrow ? 'max-wide:hidden' : ''}`}>
            <ConversationPane key={conversationId} conversationId={conversationId} context={context} />
          </div>
          {(context.shown || context.shownNarrow) && (
            <aside
              aria-label={t('context.title')}
              className={`min-h-0 overflow-y-auto border-line bg-ground wide:border-l ${context.shownNarrow ? '' : 'max-wide:hidden'} ${context.shown ? '' : 'wide:hidden'}`}
            >
              <ContextPane
                key={conversationId}
                conversationId={conversationId}
                onBack={context.toggleNarrow}
              />
            </aside>
          )}
        </>
      ) : (
        <div className="max-wide:hidden wide:col-span-1">
          <Empty title={t('conversation.none')}>{t('conversation.none.hint')}</Empty>
        </div>
      )}
    </div>
  )
}
