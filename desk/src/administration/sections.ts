/** The parts of the administration, in order. */
export const sections = [
  { to: '/administration/queues', word: 'administration.queues' },
  { to: '/administration/sla', word: 'administration.sla' },
  { to: '/administration/calendars', word: 'administration.calendars' },
  { to: '/administration/agents', word: 'administration.agents' },
  { to: '/administration/skills', word: 'administration.skills' },
  { to: '/administration/groups', word: 'administration.groups' },
  { to: '/administration/training', word: 'administration.training' },
  { to: '/administration/what-if', word: 'nav.whatIf' },
] as const
