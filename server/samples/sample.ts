import type { Label } from '#shared/define.ts';
import type { FieldInput } from '#engine/settings/input.ts';
import type { Random } from './random.ts';
import type { Dealings } from './words/dealings/dealings.ts';
import type { Office } from './words/office/office.ts';
import type { ViewInput } from '#engine/views/views.ts';

export const sampleKeys = ['gift-shop', 'freight', 'distributor'] as const;
export type SampleKey = (typeof sampleKeys)[number];

export const sampleRoles = ['administrator', 'manager', 'employee'] as const;
export type SampleRole = (typeof sampleRoles)[number];

/** A company of the story: who works there, and the words its records are made of. */
export interface SampleCompany {
  key: SampleKey;
  name: string;
  label: Label;
  /** Of its addresses of e-mail; `.example` belongs to nobody. */
  domain: string;
  teams: readonly SampleTeam[];
  members: readonly SampleMember[];
  /** Fields that fit the trade. */
  fields: readonly { object: string; field: FieldInput }[];
  views: readonly SampleView[];
  trade: Trade;
}

export interface SampleTeam {
  key: string;
  name: string;
  parent?: string;
  /** Key of a member. */
  leader: string;
}

export interface SampleMember {
  key: string;
  name: string;
  role: SampleRole;
  teams: readonly string[];
  /** Owns customers. */
  sells: boolean;
}

export interface SampleView {
  /** Key of the member who saved it. */
  by: string;
  object: string;
  view: Omit<ViewInput, 'teamId'>;
}

export interface Trade {
  companies: number;
  persons: number;
  leads: number;
  /** Codes of provinces, with how many tickets each has. */
  provinces: readonly (readonly [string, number])[];
  segments: readonly Segment[];
  suppliers: readonly Named[];
  competitors: readonly Named[];
  needs: readonly Wish[];
  plans: readonly Wish[];
  /** `{name}` stands for the customer. */
  press: readonly PressStory[];
  interests: readonly string[];
  campaigns: readonly string[];
  preferences: readonly string[];
  accountNotes: readonly string[];
  contactNotes: readonly string[];
  dealings: Dealings;
  office: Office;
  /** Values of the fields that only this trade has. */
  custom(random: Random, segment: Segment | undefined): Record<string, unknown>;
}

/** Customers of one kind. */
export interface Segment {
  sector: string;
  weight: number;
  /** `{brand}` stands for the name. */
  patterns: readonly string[];
  ownership: readonly string[];
  businessTypes: readonly string[];
  goods: readonly string[];
  employees: readonly [number, number];
  /** A year, in billions of đồng. */
  revenue: readonly [number, number];
}

export interface Named {
  name: string;
  offers: readonly string[];
}

export interface Wish {
  name: string;
  products: readonly string[];
  /** In millions of đồng. */
  budget: readonly [number, number];
}

export interface PressStory {
  title: string;
  summary: string;
  tone: 'positive' | 'neutral' | 'negative';
}
