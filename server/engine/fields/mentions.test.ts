import { expect, it } from 'vitest';
import { findMentions } from './mentions.ts';
import { sanitizeRichText } from './richText.ts';

const mai = '01890000-0000-7000-8000-000000000001';
const sales = '01890000-0000-7000-8000-000000000002';
const stored = (html: string) => findMentions(sanitizeRichText(html));

it('finds each member and team once, in the order of the text', () => {
  expect(
    stored(
      `<p><span class="x" data-mention="team:${sales}">@Sales</span>, <span data-mention="member:${mai}">@Mai</span>
       <b><span data-mention="team:${sales}">@Sales</span></b></p>`,
    ),
  ).toEqual([
    { of: 'team', id: sales },
    { of: 'member', id: mai },
  ]);
});

it('takes no text for a mention', () => {
  const text = `<span data-mention="member:${mai}">`;
  const escaped = text.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  expect(stored(`<p>${escaped}</p>`)).toEqual([]);
  expect(stored(`<a href="https://a.vn" title='${text}'>a</a>`)).toEqual([]);
  expect(stored('<span data-mention="member:1">@Mai</span>')).toEqual([]);
});
