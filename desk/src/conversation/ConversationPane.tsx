import { Link } from '@tanstack/react-router'
import { ArrowLeft, PanelRight } from 'lucide-react'
import { useState } from 'react'
import { useMutation } from 'urql'
import { Failure, Skeleton } from '../app/states.tsx'
import { useShortcut } from '../app/use-shortcut.ts'
import { CallbackBanner } from '../callback/CallbackBanner.tsx'
import type { ContextShown } from '../context/use-context-shown.ts'
import { EndSessionDocument } from '../generated/operations.ts'
import { problemOf } from '../graph/problem.ts'
import { ConsultBanner } from '../handover/ConsultBanner.tsx'
import { HandOverButtons } from '../handover/HandOverButtons.tsx'
import { contactName } from '../inbox/contact-name.ts'
import { ChannelSign } from '../signs/channel-sign.tsx'
import { SlaSign } from '../signs/sla-sign.tsx'
import { leadingClock } from '../signs/sla-state.ts'
import { SteerMenu } from '../steering/SteerMenu.tsx'
import { steeredContact } from '../steering/steered-contact.ts'
import { useSteeringSubject } from '../steering/steering-context.ts'
import { problemWord } from '../words/problem-word.ts'
import { useWords } from '../words/use-words.ts'
import { WrapUpForm } from '../wrap-up/WrapUpForm.tsx'
import { Composer } from './Composer.tsx'
import { Thread } from './Thread.tsx'
import { openSessionOf } from './thread-state.ts'
import { useContact } from './use-contact.ts'
import { useThread } from './use-thread.ts'

/** The conversation at the centre: who it is with, what was said, and what the agent does next. */
export function ConversationPane({
  conversationId,
  context,
}: {
  conversationId: string
  context: ContextShown
}) {
  const { t } = useWords()
  const { thread, state } = useThread(conversationId)
  const [ending, end] = useMutation(EndSessionDocument)
  const [refusal, setRefusal] = useState<string>()
  const { reservation, work: contact } = useContact(conversationId, state)
  const session = openSessionOf(state)
  const customer = state.conversation?.participants.find((participant) => participant.purpose === 'CUSTOMER')
  const name = (contact && contactName(contact)) ?? customer?.displayName ?? t('contact.unknown')
  const clock = contact && leadingClock(contact.sla)
  const wrapping = reservation?.status === 'WRAPPING'
  const mine = reservation?.kind === 'PRIMARY' && !wrapping
  const canEnd = mine && session && !ending.fetching
  const steered = contact && steeredContact(contact, name)
  useSteeringSubject(steered)

  const finish = async () => {
    if (!session) return
    const { data, error } = await end({ id: session.id })
    setRefusal(problemOf(error)?.code ?? data?.endSession.userErrors[0]?.code)
  }
  useShortcut('e', canEnd ? () => void finish() : undefined)

  return (
    <section aria-label={t('conversation.with', { name })} className="flex h-full min-h-0 flex-col">
      <header className="flex h-11 shrink-0 items-center gap-2 border-b border-line px-3">
        {reservation ? (
          <Link
            to="/inbox"
            className="control control-quiet control-icon wide:hidden"
            aria-label={t('inbox.back')}
          >
            <ArrowLeft size={16} aria-hidden />
          </Link>
        ) : (
          contact && (
            <Link
              to="/board/$queueId"
              params={{ queueId: contact.queue.id }}
              className="control control-quiet control-icon"
              aria-label={t('board.backTo', { queue: contact.queue.name })}
            >
              <ArrowLeft size={16} aria-hidden />
            </Link>
          )
        )}
        <h2 className="truncate text-14 font-semibold">{name}</h2>
        {contact && <ChannelSign channel={contact.channel} />}
        <span className="flex-1" />
        {clock && !wrapping && <SlaSign clock={clock} />}
        {mine && contact && <HandOverButtons contact={contact} name={name} />}
        {canEnd && (
          <button type="button" className="control" onClick={() => void finish()} title="e">
            {t('conversation.end')}
          </button>
        )}
        {steered && <SteerMenu contact={steered} />}
        <button
          type="button"
          className="control control-quiet control-icon"
          aria-pressed={context.shown}
          aria-label={t('context.toggle')}
          onClick={context.toggle}
        >
          <PanelRight size={16} aria-hidden />
        </button>
      </header>
      {refusal && (
        <p role="alert" className="bg-bad-soft px-3 py-1.5 text-12 text-bad">
          {t(problemWord(refusal))}
        </p>
      )}
      {contact && !wrapping && (
        <CallbackBanner
          contact={contact}
          mine={mine}
          open={session !== undefined || state.history !== 'ready'}
        />
      )}
      {contact?.consult && <ConsultBanner contact={contact} asked={reservation?.kind === 'CONSULT'} />}
      {state.history === 'loading' && state.messages.length === 0 ? (
        <div className="flex-1">
          <Skeleton rows={4} height={52} />
        </div>
      ) : state.history === 'failed' && state.problem ? (
        <div className="flex-1">
          <Failure problem={state.problem} onRetry={() => void thread.load()} />
        </div>
      ) : (
        <Thread thread={thread} state={state} customerName={name} />
      )}
      {wrapping && contact ? (
        <WrapUpForm
          sessionId={contact.sessionId}
          since={
            state.conversation?.sessions.find(({ id }) => id === contact.sessionId)?.endedAt ?? undefined
          }
          limit={contact.queue.wrapUpLimit}
        />
      ) : session?.mediaType === 'VOICE' ? (
        <p className="border-t border-line p-4 text-center text-ink-soft">{t('composer.call')}</p>
      ) : session && reservation ? (
        <Composer
          conversationId={conversationId}
          channel={session.channel}
          onSend={(text) => void thread.send(text)}
        />
      ) : (
        state.history === 'ready' && (
          <p className="border-t border-line p-4 text-center text-ink-soft">
            {t(session ? 'composer.notYours' : 'composer.ended')}
          </p>
        )
      )}
    </section>
  )
}
