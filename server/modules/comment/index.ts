export { comment } from './comment.object.ts';
export { commentRules } from './comment.rules.ts';
