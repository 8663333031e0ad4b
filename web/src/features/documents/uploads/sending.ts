/** A file on its way, as the tray tells it. */
export interface Sending {
  id: number;
  name: string;
  size: number;
  /** Bytes the server has. */
  sent: number;
  state:
    | 'queued'
    | 'sending'
    | 'paused'
    | 'offline'
    | 'signedOut'
    | 'failed'
    | 'done'
    /** Begun before the page was loaded anew: the file has to be chosen again. */
    | 'unfinished';
  /** What the server said, where it refused. */
  reason?: string;
  /** The document it became. */
  document?: string;
  /** Where it is going on, once the server knows it. */
  url?: string;
}

/** What the file becomes; see the server's uploads. */
export interface Target {
  folder?: string | undefined;
  document?: string | undefined;
  about?: string | undefined;
  sameName?: 'version' | 'keep' | undefined;
}

export const percentOf = ({ sent, size }: Pick<Sending, 'sent' | 'size'>): number =>
  size === 0 ? 100 : Math.floor((sent / size) * 100);
