import { cacheExchange, type KeyGenerator } from '@urql/exchange-graphcache'

/** Parts of something else: without an identity of their own, or with an id that several share. */
const parts = [
  'AgentInbox',
  'AgentSkill',
  'ArticleSuggestion',
  'ArticleVariant',
  'Attachment',
  'CapacityProfile',
  'Certification',
  'ChannelMetrics',
  'ContactMetrics',
  'Delivery',
  'ExcludedAgents',
  'Holiday',
  'Identifier',
  'IdentitySuggestion',
  'InteractionSegment',
  'LiveMetrics',
  'Location',
  'MissingSkill',
  'OpenHours',
  'Participant',
  'QueueBoard',
  'QueueMetrics',
  'QueueStaffing',
  'RoutingCandidate',
  'RoutingExplanation',
  'RoutingPolicy',
  'RoutingStep',
  'ServiceLevel',
  'SkillCount',
  'SkillDemand',
  'SkillGap',
  'SkillGrant',
  'SkillMatrix',
  'SkillMatrixCell',
  'SkillMatrixRow',
  'SkillRequirement',
  'SkillSupply',
  'SlaPreview',
  'Touchpoint',
  'TrainingCandidate',
  'TrainingNote',
  'TrainingPlanGap',
  'TrainingStep',
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
