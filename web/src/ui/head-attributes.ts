/** A heading of what floats over the page, not a banner of the page. */
export const headAttributes = { header: { role: 'presentation' } };
