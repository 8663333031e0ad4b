import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { stages } from '../account/index.ts';

/** That a customer went from one of us to another, with all that went along: what came of it is seen later. */
export const handover = defineObject({
  key: 'handover',
  path: 'handovers',
  label: { vi: 'Lần bàn giao', en: 'Handover' },
  pluralLabel: { vi: 'Bàn giao', en: 'Handovers' },
  title: 'name',
  reach: { through: 'account' },
  inNavigation: false,
  list: ['name', 'from', 'to', 'at', 'note'],
  fields: {
    account: f.relation(
      { vi: 'Khách hàng', en: 'Account' },
      { to: 'account', required: true, inverse: { label: { vi: 'Bàn giao', en: 'Handovers' } } },
    ),
    name: f.text({ vi: 'Bàn giao', en: 'Handover' }, { required: true }),
    from: f.member({ vi: 'Người giao', en: 'From' }, { readOnly: true }),
    to: f.member({ vi: 'Người nhận', en: 'To' }, { readOnly: true, index: true }),
    at: f.dateTime({ vi: 'Bàn giao lúc', en: 'At' }, { readOnly: true, index: true }),
    note: f.longText({ vi: 'Lời dặn', en: 'What to know' }),
    stageThen: f.select(
      { vi: 'Giai đoạn khi đó', en: 'Stage then' },
      { options: stages, readOnly: true },
    ),
    sheet: f.relation(
      { vi: 'Theo phiếu', en: 'From the sheet' },
      { to: 'stalledSheet', readOnly: true },
    ),
    went: f.json({ vi: 'Đi cùng', en: 'What went along' }, { readOnly: true }),
    undoneAt: f.dateTime({ vi: 'Lấy lại lúc', en: 'Taken back at' }, { readOnly: true }),
  },
});
