import { registerPeople } from '#web/engine/records/record-shapes.ts';

registerPeople('account', { field: 'kind', value: 'person' });
