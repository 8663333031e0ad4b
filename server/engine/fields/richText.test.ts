import { expect, it } from 'vitest';
import { plainText } from '#shared/fields/plain-text.ts';
import { sanitizeRichText } from './richText.ts';

it('keeps what an editor makes', () => {
  const html = '<h2>A</h2><p><strong>b</strong> <em>c</em></p><ul><li>d</li></ul>';
  expect(sanitizeRichText(html)).toBe(html);
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<p onclick="alert(1)">a</p>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="JaVaScRiPt:alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<svg><script>alert(1)</script></svg>',
  '<iframe src="https://x.test"></iframe>',
  '<style>p{background:url(https://x.test)}</style>',
  '<p style="background:url(https://x.test)">a</p>',
  '<form action="https://x.test"><input></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
])('makes %s harmless', (html) => {
  expect(sanitizeRichText(html)).not.toMatch(
    /script|onerror|onclick|<img|<svg|<iframe|<style|style=|<form|x\.test/i,
  );
});

it('gives links that cannot reach back', () => {
  expect(sanitizeRichText('<a href="https://duyen.vn" target="_top">a</a>')).toBe(
    '<a href="https://duyen.vn" target="_blank" rel="noopener noreferrer nofollow">a</a>',
  );
});

it('flattens thousands of nested elements and reads odd texts within a second', () => {
  const started = performance.now();
  const nested = sanitizeRichText(`${'<div>'.repeat(5000)}a${'</div>'.repeat(5000)}`);
  expect(nested.match(/<div>/g)?.length).toBeLessThanOrEqual(30);
  expect(nested).toContain('a');
  for (const odd of ['<', '&', '<p', '</', '&#', '<br ', '\n ', ' ']) {
    const html = odd.repeat(200_000 / odd.length);
    sanitizeRichText(html);
    plainText(html);
  }
  expect(performance.now() - started).toBeLessThan(3000);
});

it('keeps whom a text mentions, and no other attribute of a span', () => {
  const id = '01890000-0000-7000-8000-000000000000';
  const mention = `<p>Nhờ <span data-mention="member:${id}">@Mai</span></p>`;
  expect(sanitizeRichText(mention)).toBe(mention);
  for (const whom of ['member:1', 'x', `member:${id}&quot; onclick=&quot;alert(1)`, `role:${id}`])
    expect(sanitizeRichText(`<span data-mention="${whom}" class="a" id="b">@Mai</span>`)).toBe(
      '<span>@Mai</span>',
    );
});

it.each([
  ['<p>Chào</p><p>chị</p>', 'Chào\nchị'],
  ['<p>a</p><p></p><p>b</p>', 'a\n\nb'],
  ['<ul><li><p>một</p></li><li><p>hai</p></li></ul><p>ba</p>', '- một\n- hai\nba'],
  ['<table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></tbody></table>', 'a | b\nc'],
  ['<p>1 &lt; 2 &amp;&amp; <strong>đ</strong>ậm</p>', '1 < 2 && đậm'],
])('reads %s as a person does', (html, text) => {
  expect(plainText(html)).toBe(text);
});
