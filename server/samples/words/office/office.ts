/** What the people of a company write to each other, and the papers they keep. Members are named by their keys. */
export interface Office {
  topics: readonly OfficeTopic[];
  channel: OfficeChannel;
  folders: readonly OfficeFolder[];
  /** The call with one customer every other week. */
  regularCall: string;
}

export interface Line {
  by: string;
  text: string;
}

export interface OfficeTopic {
  title: string;
  audience: 'company' | 'team' | 'record';
  /** When it was opened, in days before today. */
  days: number;
  pinned?: boolean;
  /** The first is of who opened it. */
  posts: readonly [Line, ...Line[]];
  poll?: {
    question: string;
    choices: readonly string[];
    votes: readonly { by: string; choice: number }[];
  };
}

export interface OfficeChannel {
  name: string;
  about: string;
  by: string;
  lines: readonly Line[];
}

export interface OfficeFolder {
  name: string;
  description: string;
  by: string;
  papers: readonly Paper[];
}

export interface Paper {
  /** Its end says what it is. */
  name: string;
  by: string;
  description: string;
  labels: readonly string[];
  /** Of a text; without them, it lies in samples/papers under that name. */
  lines?: readonly string[];
  stored?: string;
  /** Stands on the page of a customer. */
  ofCustomer?: boolean;
}
