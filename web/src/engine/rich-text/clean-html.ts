const noise = 'style, script, meta, link, title, xml, head';
const headings: Readonly<Record<string, string>> = { h1: 'h2', h4: 'h3', h5: 'h3', h6: 'h3' };

/** HTML of Word, Excel and the web as the editor takes it. Parsed without being run; what is left is for its schema. */
export function cleanHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const each of body.querySelectorAll(noise)) each.remove();
  for (const each of body.querySelectorAll('h1, h4, h5, h6'))
    rename(each, headings[each.localName] ?? 'p');
  for (const each of body.querySelectorAll('p[style*="mso-list"]')) intoList(each);
  return body.innerHTML;
}

function rename(element: Element, tag: string): void {
  const other = element.ownerDocument.createElement(tag);
  other.append(...element.childNodes);
  element.replaceWith(other);
}

/** Word writes the items of lists as paragraphs with their marks in the text. */
function intoList(paragraph: Element): void {
  const mark = paragraph.querySelector('[style*="mso-list:Ignore" i]');
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
