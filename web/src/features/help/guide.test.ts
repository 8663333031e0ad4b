import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { languages } from '#shared/messages/language.ts';
import { topics } from './topics.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const pages = languages.flatMap((language) => topics.map((topic) => ({ language, topic })));
const read = ({ language, topic }: (typeof pages)[number]) =>
  fs.readFileSync(path.join(root, 'docs/guide', language, `${topic}.md`), 'utf8');

it.each(pages)('the guide has $topic in $language, and leads only to what is there', (page) => {
  const text = read(page);
  expect(text.match(/^# /gm)).toHaveLength(1);
  expect(text.split('\n').length).toBeGreaterThan(24);
  const links = [...text.matchAll(/\]\((\w+)\.md\)/g)].map(([, topic]) => topic);
  for (const topic of links) expect(topics).toContain(topic);
});

it.each(pages)('says what is on the screen as it is there: $topic in $language', (page) => {
  const bold = [...read(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, said = '']) =>
    said.replace(/\s+/g, ' '),
  );
  const strange = bold.filter((said) => !onScreen.some((shown) => shown.test(said)));
  expect(strange).toEqual([]);
});

/** What stands on screens: texts of the catalogues and of the declarations, with anything for what is filled in. */
const onScreen = [
  ...textsIn('web/src', /\.words\.ts$|features\/lead\/index\.ts$/),
  ...textsIn('server/modules', /\.(?:object|options|views)\.ts$/),
].map((text) => new RegExp(`^${escape(text).replace(/\\\{\w+\\\}/g, '.+')}$`, 'i'));

function textsIn(folder: string, pattern: RegExp): string[] {
  return (
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name.replaceAll(path.sep, '/')))
      .map((name) => fs.readFileSync(path.join(root, folder, name), 'utf8'))
      .flatMap((source) => [...source.matchAll(/'((?:[^'\\\n]|\\.)+)'/g)])
      .map(([, text = '']) => text)
      // What is only filled in would allow anything.
      .filter((text) => text.replace(/\{\w+\}/g, '').replace(/\P{L}/gu, '').length > 1)
  );
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
