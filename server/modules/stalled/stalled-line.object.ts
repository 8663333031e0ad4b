import { defineObject } from '#shared/define.ts';
import { f } from '#shared/fields/index.ts';
import { potentials, stages } from '../account/index.ts';
import { reasons, valueSources } from './reasons.ts';

/** One customer of a sheet, with what was known then. */
export const stalledLine = defineObject({
  key: 'stalledLine',
  path: 'stalled-lines',
  label: { vi: 'Khách bị bỏ quên', en: 'Stalled customer' },
  pluralLabel: { vi: 'Khách bị bỏ quên', en: 'Stalled customers' },
  title: 'name',
  reach: { through: 'sheet' },
  inNavigation: false,
  list: ['name', 'reasons', 'idleDays', 'valueAtRisk', 'keeper', 'suggested'],
  fields: {
    sheet: f.relation({ vi: 'Phiếu', en: 'Sheet' }, { to: 'stalledSheet', required: true }),
    account: f.relation({ vi: 'Khách hàng', en: 'Account' }, { to: 'account' }),
    name: f.text({ vi: 'Tên khi đó', en: 'Name then' }, { required: true }),
    keeper: f.member({ vi: 'Người phụ trách khi đó', en: 'Owner then' }, { readOnly: true }),
    stage: f.select(
      { vi: 'Giai đoạn khi đó', en: 'Stage then' },
      { options: stages, readOnly: true },
    ),
    potential: f.select(
      { vi: 'Mức tiềm năng khi đó', en: 'Potential then' },
      { options: potentials, readOnly: true },
    ),
    reasons: f.multiSelect({ vi: 'Lý do', en: 'Reasons' }, { options: reasons, readOnly: true }),
    movedAt: f.dateTime({ vi: 'Lần cuối có chuyển động', en: 'Last moved' }, { readOnly: true }),
    idleDays: f.number({ vi: 'Số ngày đứng yên', en: 'Days idle' }, { readOnly: true }),
    allowedDays: f.number({ vi: 'Số ngày cho phép', en: 'Days allowed' }, { readOnly: true }),
    unanswered: f.number(
      { vi: 'Cuộc gọi không được', en: 'Calls not answered' },
      { readOnly: true },
    ),
    valueAtRisk: f.money({ vi: 'Giá trị có nguy cơ mất', en: 'Value at risk' }, { readOnly: true }),
    valueFrom: f.select(
      { vi: 'Giá trị lấy từ', en: 'Value taken from' },
      { options: valueSources, readOnly: true },
    ),
    load: f.json({ vi: 'Việc của người phụ trách', en: 'Load of the owner' }, { readOnly: true }),
    suggested: f.member({ vi: 'Nên giao cho', en: 'Suggested owner' }, { readOnly: true }),
    suggestedFor: f.json({ vi: 'Vì sao nên giao', en: 'Why them' }, { readOnly: true }),
  },
});
