import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '#shared/messages/language.ts';
import { topics } from './topics.ts';

const folder = path.resolve(import.meta.dirname, '../../../../docs/guide');
const pages = languages.flatMap((language) => topics.map((topic) => ({ language, topic })));

it.each(pages)('the guide has $topic in $language, and leads only to what is there', (page) => {
  const text = fs.readFileSync(path.join(folder, page.language, `${page.topic}.md`), 'utf8');
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.length).toBeGreaterThan(200);
  const links = [...text.matchAll(/\]\((\w+)\.md\)/g)].map(([, topic]) => topic);
  for (const topic of links) expect(topics).toContain(topic);
});
