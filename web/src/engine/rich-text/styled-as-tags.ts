const looks: readonly (readonly [style: RegExp, tag: string])[] = [
  [/font-weight:\s*(?:bold|[6-9]00)/i, 'strong'],
  [/font-style:\s*italic/i, 'em'],
  [/text-decoration[^;]*underline/i, 'u'],
  [/text-decoration[^;]*line-through/i, 's'],
];

/** Some programs write bold words as spans with a style, and a whole text into a `b` that is none. */
export function styledAsTags(body: Element): void {
  for (const each of body.querySelectorAll('b[data-style], span[data-style]')) {
    const style = each.getAttribute('data-style') ?? '';
    if (each.localName === 'b') {
      if (/(?:^|[;\s])font-weight:\s*(?:normal|400)/i.test(style))
        each.replaceWith(...each.childNodes);
      continue;
    }
    for (const [look, tag] of looks) {
      if (!look.test(style)) continue;
      const wrapped = each.ownerDocument.createElement(tag);
      wrapped.append(...each.childNodes);
      each.append(wrapped);
    }
  }
}
