import type { SampleCompany, SampleKey } from '../sample.ts';
import { distributor } from './distributor.ts';
import { freight } from './freight.ts';
import { giftShop } from './gift-shop.ts';

export const sampleCompanies: Readonly<Record<SampleKey, SampleCompany>> = {
  'gift-shop': giftShop,
  freight,
  distributor,
};
