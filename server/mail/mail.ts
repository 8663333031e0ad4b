import type { templates } from './templates.ts';

export type Language = 'vi' | 'en';
export type TemplateName = keyof typeof templates;

/** A message as the rest of the program asks for it: one address, a template, its words. */
export interface Mail {
  to: string;
  language: Language;
  template: TemplateName;
  values: Readonly<Record<string, string>>;
  /** Lines under the headings of the template; a heading without lines is left out. */
  lists?: Readonly<Record<string, readonly MailLine[]>>;
  /** Whom an answer goes to, where that is a person. */
  replyTo?: string;
  /** An invitation that calendars understand. */
  calendar?: { method: 'REQUEST' | 'CANCEL'; text: string };
}

export interface MailLine {
  text: string;
  link: string;
}
