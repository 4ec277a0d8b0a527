import { cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache'

/** Parts of something else: without an identity of their own, or with an id that several share. */
const parts = [
  'AgentInbox',
  'AgentSkill',
  'ArticleSuggestion',
  'ArticleVariant',
  'Attachment',
  'CapacityProfile',
  'ChannelMetrics',
  'ContactMetrics',
  'Delivery',
  'Identifier',
  'IdentitySuggestion',
  'InteractionSegment',
  'LiveMetrics',
  'Location',
  'Participant',
  'QueueBoard',
  'QueueMetrics',
  'QueueStaffing',
  'ExcludedAgents',
  'Holiday',
  'MissingSkill',
  'OpenHours',
  'RoutingCandidate',
  'RoutingExplanation',
  'RoutingPolicy',
  'RoutingStep',
  'ServiceLevel',
  'SkillCount',
  'SlaPreview',
  'SkillGrant',
  'SkillMatrix',
  'SkillMatrixCell',
  'SkillMatrixRow',
  'SkillRequirement',
  'Touchpoint',
  'WeeklyHours',
  'WhyNot',
  'WorkTransfer',
  'WrapUp',
]
const embedded: KeyGenerator = () => null

/** One copy of each entity, so that what one view learns every view shows. */
export const deskCache = () =>
  cacheExchange({
    keys: {
      ...Object.fromEntries(parts.map((name) => [name, embedded])),
      WrapUpCode: (data) => (typeof data.code === 'string' ? data.code : null),
    },
  })
