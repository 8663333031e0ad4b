/** Tested at the limit: beyond, forms are unusable long before PostgreSQL minds. */
export const mostObjects = 100;
export const mostFields = 200;

/** PostgreSQL keeps at most 1,600 columns, archived fields included; the rest is for fields of later releases. */
export const mostColumns = 1400;
