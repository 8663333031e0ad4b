/** By which way it came, when it was not typed on a screen. */
export function originOf(reason: string | null): 'viaKey' | 'viaImport' | undefined {
  if (reason?.startsWith('apiKey:')) return 'viaKey';
  return reason?.startsWith('import') ? 'viaImport' : undefined;
}
