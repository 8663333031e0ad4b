import { styledAsTags } from './styled-as-tags.ts';

const noise = 'style, script, meta, link, title, xml, head, img';
const headings: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };

/**
 * HTML of Word, Excel, Google and the web as the editor takes it; what is left is for its schema. Parsed without being
 * run; styles and handlers are put aside before, because the page's policy reports them wherever they are read.
 */
export function cleanHtml(html: string): string {
  const quiet = html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[^<>]*>/g, (tag) => tag.replace(/([\s"'/])(style|on\w+)(?=\s*=)/gi, '$1data-$2'));
  const { body } = new DOMParser().parseFromString(quiet, 'text/html');
  for (const each of body.querySelectorAll(noise)) each.remove();
  for (const each of body.querySelectorAll('h1, h4, h5, h6'))
    rename(each, headings[each.localName] ?? 'p');
  for (const each of body.querySelectorAll('p[data-style*="mso-list"]')) intoList(each);
  styledAsTags(body);
  return body.innerHTML;
}

function rename(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Word writes the items of lists as paragraphs with their marks in the text. */
function intoList(paragraph: Element): void {
  const mark = paragraph.querySelector('[data-style*="mso-list:Ignore" i]');
  const isNumbered = /^\s*[\da-z]{1,3}[.)]/i.test(mark?.textContent ?? '');
  mark?.remove();
  const tag = isNumbered ? 'ol' : 'ul';
  const before = paragraph.previousElementSibling;
  const list = before?.localName === tag ? before : paragraph.ownerDocument.createElement(tag);
  const item = paragraph.ownerDocument.createElement('li');
  item.append(...paragraph.childNodes);
  if (list !== before) paragraph.replaceWith(list);
  else paragraph.remove();
  list.append(item);
}
