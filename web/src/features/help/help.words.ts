import { defineWords } from '#web/words/define-words.ts';

/** Names of the topics; the texts stand in docs/guide. */
export const helpWords = defineWords({
  vi: {
    guide: 'Hướng dẫn',
    start: 'Bắt đầu',
    lists: 'Danh sách và bộ lọc',
    records: 'Hồ sơ khách',
    import: 'Nhập và xuất tệp',
    duplicates: 'Trùng và gộp',
    leads: 'Khách tiềm năng',
    documents: 'Tài liệu',
    notices: 'Thông báo và nhắc hẹn',
    report: 'Báo cáo công việc',
    stalled: 'Khách bị bỏ quên',
    people: 'Đồng nghiệp và quyền',
    settings: 'Đối tượng, trường, trang',
    keyboard: 'Phím tắt',
    phone: 'Trên điện thoại',
  },
  en: {
    guide: 'Guide',
    start: 'Getting started',
    lists: 'Lists and filters',
    records: 'The page of a customer',
    import: 'Import and export',
    duplicates: 'Duplicates and merging',
    leads: 'Leads',
    documents: 'Documents',
    notices: 'Notifications and reminders',
    report: 'The work report',
    stalled: 'Customers left behind',
    people: 'Colleagues and rights',
    settings: 'Objects, fields, pages',
    keyboard: 'Keyboard',
    phone: 'On the phone',
  },
});
