import type { Reactions } from '#shared/reactions.ts';
import type { RecordData, Reference } from '#web/api/records.ts';

/** A post or a message as the server tells it. */
export interface Said extends RecordData {
  createdAt: string;
  createdBy: Reference | null;
  owner: Reference | null;
  body: string | null;
  files: { id: string; name: string }[] | null;
  replyTo: Reference | null;
  excerpt: string | null;
  editedAt: string | null;
  reactions: Reactions[];
}

export interface TalkPage {
  items: Said[];
  nextCursor: string | null;
}

/** Where people talk, and what they say there. */
export interface TalkKind {
  object: 'topic' | 'channel';
  path: 'topics' | 'channels';
  pieces: 'posts' | 'messages';
  piece: 'post' | 'message';
}

export const topicTalk: TalkKind = {
  object: 'topic',
  path: 'topics',
  pieces: 'posts',
  piece: 'post',
};
export const channelTalk: TalkKind = {
  object: 'channel',
  path: 'channels',
  pieces: 'messages',
  piece: 'message',
};
