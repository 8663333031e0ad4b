import { forgetRecent } from '#web/engine/recent.ts';
import { forgetReads } from '../pwa/keep-reads.ts';
import { chooseCompany } from './chosen-company.ts';

/** Goes on in another company of this person. */
export async function switchCompany(id: string): Promise<void> {
  chooseCompany(id);
  forgetRecent();
  await forgetReads();
  // Nothing of the one before may stay on the screen or in memory.
  location.assign('/');
}
