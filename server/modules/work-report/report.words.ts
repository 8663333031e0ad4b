import type { FigureKey } from './figures.ts';
import type { ReportedBy } from './work-report.ts';

/** Headings of the report as a file. */
export const reportWords: Record<
  'vi' | 'en',
  Record<FigureKey | ReportedBy | 'total' | 'nobody', string>
> = {
  vi: {
    person: 'Người phụ trách',
    team: 'Nhóm',
    customer: 'Khách hàng',
    matter: 'Việc liên quan',
    kind: 'Loại',
    planned: 'Trong kế hoạch',
    done: 'Xong',
    open: 'Chưa xong',
    forgotten: 'Bị quên',
    cancelled: 'Đã huỷ',
    minutesPlanned: 'Phút dự kiến',
    minutesActual: 'Phút thực tế',
    calls: 'Cuộc gọi',
    reached: 'Gọi được',
    visits: 'Lượt thăm',
    newCustomers: 'Khách mới',
    total: 'Cộng',
    nobody: 'Không ghi',
  },
  en: {
    person: 'Owner',
    team: 'Team',
    customer: 'Customer',
    matter: 'Matter',
    kind: 'Kind',
    planned: 'Planned',
    done: 'Done',
    open: 'Open',
    forgotten: 'Forgotten',
    cancelled: 'Cancelled',
    minutesPlanned: 'Minutes planned',
    minutesActual: 'Minutes spent',
    calls: 'Calls',
    reached: 'Reached',
    visits: 'Visits',
    newCustomers: 'New customers',
    total: 'Total',
    nobody: 'Not said',
  },
};
