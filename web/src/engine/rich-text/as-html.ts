const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Plain words as a paragraph of a rich text. */
export const asHtml = (text: string): string =>
  `<p>${text.replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign)}</p>`;
