import { IconUserCheck } from '@tabler/icons-react';
import { registerRecordAction } from '#web/engine/record-actions.ts';
import { openConvert } from './open-convert.ts';

registerRecordAction('lead', {
  key: 'convert',
  label: { vi: 'Chuyển thành khách hàng', en: 'Convert' },
  icon: IconUserCheck,
  isFor: (record) => record['status'] !== 'converted',
  run: ({ id }) => openConvert(id),
});
