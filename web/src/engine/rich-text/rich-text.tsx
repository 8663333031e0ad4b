import { createElement, Fragment, type ReactNode } from 'react';
import classes from './rich-text.module.css';
import { isSafeAddress } from './safe-address.ts';

/** What the server lets through; anything else is shown as the text it holds. */
const known = new Set(
  'p br hr div span h1 h2 h3 h4 blockquote pre code strong b em i u s sub sup mark a ul ol li table thead tbody tr th td'.split(
    ' ',
  ),
);
/** Pages have headings of their own above these. */
const headings: Readonly<Record<string, string>> = { h1: 'h3', h2: 'h3', h3: 'h4' };

/** Clean HTML drawn as elements of ours: parsed without being run, and never put into the page as text of HTML. */
export function RichText({ html }: { html: string }) {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return <div className={classes.rich}>{[...body.childNodes].map(draw)}</div>;
}

function draw(node: Node, key: number): ReactNode {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element)) return null;
  const tag = node.localName;
  const children = [...node.childNodes].map(draw);
  if (!known.has(tag)) return <Fragment key={key}>{children}</Fragment>;
  if (tag === 'br' || tag === 'hr') return createElement(tag, { key });
  if (node.hasAttribute('data-mention'))
    return (
      <span key={key} className={classes.mention}>
        {children}
      </span>
    );
  if (tag !== 'a') return createElement(headings[tag] ?? tag, propsOf(node, key), ...children);
  const href = node.getAttribute('href') ?? '';
  if (!isSafeAddress(href)) return <Fragment key={key}>{children}</Fragment>;
  return (
    <a key={key} href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  );
}

function propsOf(node: Element, key: number): { key: number } & Record<string, number> {
  const number = (name: string) => Number(node.getAttribute(name) ?? Number.NaN);
  return {
    key,
    ...(number('start') >= 0 && { start: number('start') }),
    ...(number('colspan') > 1 && { colSpan: number('colspan') }),
    ...(number('rowspan') > 1 && { rowSpan: number('rowspan') }),
  };
}
