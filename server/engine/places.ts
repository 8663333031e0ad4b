import type { Address } from '#shared/fields/address.ts';
import type { Parsed } from '#shared/fields/kind.ts';

/** Who knows which provinces, wards and countries there are: given by the modules, for the engine has no map. */
export interface Places {
  /** The address with what its codes imply; refuses codes that do not exist or do not belong together. */
  complete(address: Address): Parsed<Address>;
}
