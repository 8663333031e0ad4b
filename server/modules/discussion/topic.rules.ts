import { defineRules } from '#engine/records/rules.ts';
import { topic } from './topic.object.ts';

export const topicRules = defineRules(topic, {
  beforeWrite: (_ctx, changes) =>
    changes.flatMap(({ after }, index) =>
      after.audience === 'record' && !after.about?.length
        ? [{ index, path: 'about', code: 'required' as const }]
        : [],
    ),
});
