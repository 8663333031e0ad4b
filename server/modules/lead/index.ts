export { type Conversion, convertLead, type Converted } from './convert-lead.ts';
export { type Suggestions, suggestMatches } from './suggest-matches.ts';
