/** Names that every JavaScript object has already, so that a record read as one would show what is not its own. */
const ofLanguage = [...Object.getOwnPropertyNames(Object.prototype), 'prototype', 'then', 'toJSON'];

/** What the history and the rights call things that are not records. */
const ofEngine = ['member', 'team', 'role', 'apiKey', 'setting', 'workspace', 'file', 'problem'];

/** Records carry these, or may in some object. */
const ofRecords = [
  'id',
  'version',
  'owner',
  'team',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'deletedAt',
];

/** First parts of addresses under /api/v1 that are not objects. */
const ofAddresses = [
  'aggregate',
  'api-keys',
  'auth',
  'batch',
  'calendar',
  'call-plan',
  'calls',
  'day-report',
  'discussion',
  'docs',
  'duplicates',
  'events',
  'exports',
  'files',
  'followers',
  'health',
  'history',
  'imports',
  'invitations',
  'jobs',
  'me',
  'members',
  'merges',
  'model',
  'notices',
  'notifications',
  'openapi',
  'people',
  'places',
  'preview',
  'public',
  'push',
  'query',
  'reactions',
  'role-names',
  'roles',
  'search',
  'sessions',
  'settings',
  'setup',
  'shares',
  'sign-in',
  'sign-out',
  'stalled',
  'storage',
  'system',
  'tags',
  'teams',
  'trash',
  'today',
  'units',
  'uploads',
  'views',
  'webhooks',
  'work-report',
  'workspace',
  'workspaces',
];

export const reservedObjectKeys: ReadonlySet<string> = new Set([...ofLanguage, ...ofEngine]);
export const reservedFieldKeys: ReadonlySet<string> = new Set([...ofLanguage, ...ofRecords]);
export const reservedPaths: ReadonlySet<string> = new Set(ofAddresses);
