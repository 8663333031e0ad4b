import type { NotificationEvent } from './personal.ts';

/** What a notice says beyond its kind and record. Never a title: who reads decides what may be shown. */
export interface NoticeParams {
  /** `reminder`: how long before, and the moment itself. */
  minutes?: number;
  due?: string;
  /** `mentioned`: where it stands. `followed`: what changed. */
  fields?: string[];
  /** `followed`: everyone who changed it, the last first. */
  actors?: string[];
  /** `followed`: what happened, when it was not only its fields. */
  action?: string;
  /** How many records it is about, when it is of no one record; `of` is their object. */
  count?: number;
  of?: string;
  /** `mentioned`, `shared`: through a team. */
  team?: string;
  /**
   * `jobDone`: what has ended, how, its id, and the name of its file. `handedOver`: the name of who has them now.
   * `dayReport`: whether the plan of the day is sent, or what was done.
   */
  job?: string;
  name?: string;
  state?: string;
  id?: string;
}

export interface NoticeSubject {
  object: string;
  id: string;
  /** Null for who may not see it (any more). */
  title: string | null;
  /** It lies in the trash. */
  removed: boolean;
  /** What it belongs to, and is looked at with: the talk of a reply. Null for what has a page of its own. */
  within: { object: string; id: string; title: string | null } | null;
}

/** As the API tells it. */
export interface Notice {
  id: string;
  kind: NotificationEvent;
  at: string;
  read: boolean;
  actor: { id: string; title: string | null } | null;
  record: NoticeSubject | null;
  params: NoticeParams;
}
