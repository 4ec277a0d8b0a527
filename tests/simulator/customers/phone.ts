import { createHmac } from 'node:crypto'
import { accountOf, type ContactOutcome, type ContactSetting, postWebhook } from './contact.ts'

/** A caller: the switchboard reports ringing, connects when an agent takes the call, and reports its end. */
export async function contactByPhone(setting: ContactSetting): Promise<ContactOutcome> {
  const account = accountOf(setting, 'phone')
  const callId = `sim-${setting.person}`
  const from = `+4930${String(1_000_000 + (setting.person % 9_000_000)).slice(0, 7)}`
  let count = 0
  const report = (type: 'ringing' | 'answered' | 'ended', more: Record<string, unknown> = {}) => {
    const body = JSON.stringify({
      eventId: `${callId}-${++count}`,
      callId,
      type,
      from,
      to: '+493012345',
      at: new Date().toISOString(),
      ...more,
    })
    const time = Math.floor(Date.now() / 1000)
    const signature = createHmac('sha256', account.secret).update(`${time}.${body}`).digest('hex')
    return postWebhook(`${setting.baseUrl}/hooks/phone/${account.account}`, body, {
      'x-throughline-signature': `t=${time},v1=${signature}`,
    })
  }
  const start = Date.now()
  const connected = new Promise<string | undefined>((done) => {
    const listen = (connectedCall: string, agentId: string) => {
      if (connectedCall !== callId) return
      setting.providers.off('connect', listen)
      clearTimeout(patience)
      done(agentId)
    }
    const patience = setTimeout(() => {
      setting.providers.off('connect', listen)
      done(undefined)
    }, setting.patienceMs)
    setting.providers.on('connect', listen)
  })
  await report('ringing')
  const agentId = await connected
  if (agentId === undefined) {
    await report('ended', { cause: 'caller-hung-up' })
    return { channel: 'phone', sent: 1, received: 0, failure: 'gave up waiting' }
  }
  await report('answered', { agentId })
  const answeredAfterMs = Date.now() - start
  await new Promise((done) => setTimeout(done, setting.pauseMs() * 3))
  await report('ended', { cause: 'normal' })
  return { channel: 'phone', sent: 1, received: 1, answeredAfterMs }
}
