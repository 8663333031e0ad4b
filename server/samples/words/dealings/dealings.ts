/** What people of a trade talk about with customers. */
export interface Dealings {
  /** What a call is about. */
  calls: readonly string[];
  /** What was said when somebody was reached. */
  said: readonly string[];
  meetings: readonly string[];
  visits: readonly string[];
  agreed: readonly string[];
  tasks: readonly string[];
  notes: readonly string[];
  messages: readonly string[];
  /** The meeting of the sales team each Monday. */
  weekly: string;
}
