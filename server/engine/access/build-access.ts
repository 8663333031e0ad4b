import type { Predicate } from '#shared/filter.ts';
import type { Model, ModelObject } from '#shared/model.ts';
import type { Actor } from '../context.ts';
import { rightsIn, type Directory, type ObjectRights, type Scope } from '../directory.ts';
import type { Access, Granted, ObjectAccess, Reach } from './access.ts';

const none: ReadonlySet<string> = new Set();
const whole: Granted = { read: true, update: true, delete: true };
const everything: ObjectAccess = {
  ...whole,
  granted: whole,
  create: true,
  export: true,
  import: true,
  hidden: none,
  readOnly: none,
};
const nothing: Predicate = { nothing: true };
const noRights: ObjectRights = {
  read: 'none',
  create: false,
  update: 'none',
  delete: 'none',
  export: false,
  import: false,
};

const wholeRights: ObjectRights = {
  read: 'all',
  create: true,
  update: 'all',
  delete: 'all',
  export: true,
  import: true,
};

/** The rights of an actor. The one place where a role's line becomes a predicate. */
export function buildAccess(actor: Actor, directory: Directory, model: Model): Access {
  if (actor.kind === 'system') return { administrator: true, of: () => everything };
  const role = directory.roles.get(actor.roleId);
  if (role?.administrator) return { administrator: true, of: (key) => wholeAccess(model, key) };
  const known = new Map<string, ObjectAccess>();
  return {
    administrator: false,
    of(key) {
      const kept = known.get(key);
      if (kept) return kept;
      const object = model.objects.get(key);
      const access = accessOf((object && rightsIn(role, key)) ?? noRights, object);
      known.set(key, access);
      return access;
    },
  };
}

/** All records that are not confidential, but none that lies in a record of the trash: it comes back with that. */
function wholeAccess(model: Model, key: string): ObjectAccess {
  const object = model.objects.get(key);
  if (object?.confidential) return accessOf(wholeRights, object);
  if (typeof object?.reach !== 'object' && object?.within === undefined) return everything;
  const within = (verb: Verb) => reach('all', verb, object);
  return {
    ...everything,
    read: within('read'),
    update: within('update'),
    delete: within('delete'),
  };
}

function accessOf(rights: ObjectRights, object: ModelObject | undefined): ObjectAccess {
  const fields = Object.entries(rights.fields ?? {});
  return {
    granted: {
      read: granted(rights.read, 'read', object),
      update: granted(rights.update, 'update', object),
      delete: granted(rights.delete, 'delete', object),
    },
    read: reach(rights.read, 'read', object),
    update: reach(rights.update, 'update', object),
    delete: reach(rights.delete, 'delete', object),
    create: rights.create,
    export: rights.export && rights.read !== 'none',
    import: rights.import && rights.create,
    hidden: new Set(fields.filter(([, right]) => right === 'hidden').map(([key]) => key)),
    readOnly: new Set(fields.map(([key]) => key)),
  };
}

type Verb = keyof Granted;

/** What lies within a record is reached as that is, beside what the role gives of itself; never while that is gone. */
function reach(scope: Scope, verb: Verb, object: ModelObject | undefined): Reach {
  const own = granted(scope, verb, object);
  const within = object?.within;
  if (scope === 'none' || within === undefined) return own;
  const live: Predicate = { live: within };
  return own === true ? live : { and: [live, { or: [own, { within, verb }] }] };
}

function granted(scope: Scope, verb: Verb, object: ModelObject | undefined): Reach {
  if (scope === 'none' || !object) return nothing;
  if (typeof object.reach === 'object') {
    // What lies in a record is part of it: who may change the record may also remove it.
    return { reach: object.reach.through, verb: verb === 'read' ? 'read' : 'update' };
  }
  if (object.confidential) return meantFor(scope, verb, object);
  if (scope === 'all' || object.reach === 'shared') return true;
  return { or: [...scopeConditions[scope], ...involved(object, verb), ...shared(object, verb)] };
}

/** However far a role reaches, it shows nothing that is not meant for the person. */
const meantFor = (scope: Scope, verb: Verb, object: ModelObject): Predicate => {
  const asked = scope === 'all' ? 'read' : verb;
  return { or: [mine, ...involved(object, asked), ...shared(object, asked)] };
};

/** Sharing lets others read or change a record, never remove it. */
const shared = ({ shares }: ModelObject, verb: Verb): Predicate[] =>
  verb === 'delete' || !shares ? [] : [{ shared: verb }];

/** Who takes part in a record sees and changes it; whom it is for, and who sees what it is about, sees it. None removes it. */
function involved(object: ModelObject, verb: Verb): Predicate[] {
  if (verb === 'delete') return [];
  const taking = object.participants.map((field): Predicate => ({
    field,
    op: 'hasAny',
    value: { me: true },
  }));
  if (verb !== 'read') return taking;
  const seen = object.seenWith.map((through): Predicate => ({ reach: through, verb: 'read' }));
  return [...taking, ...(object.seenWhen ? [object.seenWhen] : []), ...seen];
}

const mine: Predicate = { field: 'owner', op: 'eq', value: { me: true } };
const scopeConditions: Record<'own' | 'team' | 'below', Predicate[]> = {
  own: [mine],
  team: [mine, { field: 'team', op: 'in', value: { myTeam: true } }],
  below: [mine, { field: 'team', op: 'in', value: { myTeams: true } }],
};
