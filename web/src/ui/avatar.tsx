import type { Icon } from '@tabler/icons-react';
import { createElement } from 'react';
import { nameParts } from '#shared/locale/legal-form.ts';
import { givenName } from '#shared/locale/person-name.ts';
import { fold } from '#shared/locale/text.ts';
import classes from './avatar.module.css';

interface Props {
  name: string;
  picture?: string | null;
  /** People are round, companies have corners. */
  kind?: 'person' | 'company';
  size?: 20 | 24 | 32 | 40;
  /** A sign that says more than letters would. */
  glyph?: Icon | undefined;
}

/** Two letters on a tint that always is the same for the same name. */
export function Avatar({ name, picture = null, kind = 'person', size = 20, glyph }: Props) {
  const shape = `${classes.avatar} ${kind === 'company' ? classes.company : ''} ${classes[`s${size}`]}`;
  if (picture !== null)
    return <img src={picture} alt="" className={shape} width={size} height={size} />;
  if (glyph)
    return (
      <span aria-hidden className={`${shape} ${classes.sign}`}>
        {createElement(glyph, size < 32 ? { size: 16, stroke: 1.7 } : { size: 20, stroke: 1.5 })}
      </span>
    );
  return (
    <span
      aria-hidden
      className={`${shape} ${classes[`c${toneOf(name)}`]}`}
      // A drawing, no text: what an avatar stands in is called by the name, not by these letters.
      data-letters={kind === 'person' ? personLetters(name) : companyLetters(name)}
    />
  );
}

const toneOf = (name: string): number =>
  ([...fold(name)].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 8) + 1;

const first = (word: string | undefined): string => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '';

/** Middle and given name, as Vietnamese people are told apart; not where they work, which may stand behind a dash. */
function personLetters(name: string): string {
  const [own = ''] = name.split(' – ');
  const words = own.split(/[\s(),.-]+/).filter((word) => /^\p{L}/u.test(word));
  if (words.length < 2) return first(words[0] ?? name.trim());
  return first(words.at(-2)) + first(givenName(words.join(' ')));
}

/** What every company begins with tells none apart. */
function companyLetters(name: string): string {
  const words = nameParts(name)
    .filter(({ tells }) => tells)
    .flatMap(({ text }) => text.split(/[\s&.,–-]+/))
    .filter((word) => /^[\p{L}\d]/u.test(word));
  return first(words[0]) + first(words[1]);
}
