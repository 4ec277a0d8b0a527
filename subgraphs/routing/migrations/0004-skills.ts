import type { Migration } from '#platform/store/migrations.ts'
import { Agents } from '../models/agent.ts'
import { SkillRegisters } from '../models/skill-register.ts'
import { Skills } from '../models/skill.ts'
import { kindOfSkill } from '../services/skills/kind-of-skill.ts'

/** What agents had becomes their own, skills get the kind that their id tells, and the register its row. */
export const skillKinds: Migration = {
  number: 4,
  name: 'skills have kinds, and agents have skills of their own',
  async up({ db }) {
    await SkillRegisters(db).updateOne({ _id: 'skills' }, { $setOnInsert: { changes: 0 } }, { upsert: true })
    const unsorted = await Skills(db)
      .find({ kind: { $exists: false } }, { _id: 1 })
      .lean()
    if (unsorted.length > 0) {
      await Skills(db).bulkWrite(
        unsorted.map(({ _id }) => ({ updateOne: { filter: { _id }, update: { $set: kindOfSkill(_id) } } })),
      )
    }
    await Agents(db).collection.updateMany({ ownSkills: { $exists: false } }, [
      {
        $set: {
          ownSkills: '$skills',
          skills: {
            $map: { input: '$skills', as: 'skill', in: { $mergeObjects: ['$$skill', { source: 'OWN' }] } },
          },
        },
      },
    ])
  },
}
