/** Read by the server beside the session; streams and pictures carry no headers, so it is a cookie. */
const name = 'duyen-workspace';
const year = 365 * 24 * 60 * 60;

export function chooseCompany(id: string): void {
  // oxlint-disable-next-line unicorn/no-document-cookie -- the store of cookies is not there on plain addresses
  document.cookie = `${name}=${id}; path=/; max-age=${year}; samesite=strict`;
}

export function forgetCompany(): void {
  // oxlint-disable-next-line unicorn/no-document-cookie -- as above
  document.cookie = `${name}=; path=/; max-age=0; samesite=strict`;
}
