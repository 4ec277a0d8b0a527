import { useParams } from '@tanstack/react-router'
import { PaneDivider } from '../app/PaneDivider.tsx'
import { usePaneWidth } from '../app/use-pane-width.ts'
import { useWide } from '../app/use-wide.ts'
import { ContextPane } from '../context/ContextPane.tsx'
import { useContextShown } from '../context/use-context-shown.ts'
import { useWords } from '../words/use-words.ts'
import { ConversationPane } from './ConversationPane.tsx'

/** One conversation by itself, for those who have it not in hand: read from the board. */
export function ReadAlongView() {
  const { t } = useWords()
  const { conversationId = '' } = useParams({ strict: false })
  const wide = useWide()
  const context = useContextShown(wide)
  const side = usePaneWidth('context', 320, 260, 520)
  return (
    <div className="flex h-full min-h-0">
      {(wide || !context.shown) && (
        <div className="min-h-0 min-w-0 flex-1 bg-surface">
          <ConversationPane key={conversationId} conversationId={conversationId} context={context} />
        </div>
      )}
      {context.shown && (
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
