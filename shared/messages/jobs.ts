import type { Label } from '../define.ts';

/** What background work is called; work that has no line here goes by its own name. */
export const jobWords: Readonly<Record<string, Label>> = {
  import: { vi: 'Nhập dữ liệu', en: 'Import' },
  rebuildSearch: { vi: 'Lập lại chỉ mục tìm kiếm', en: 'Build the search anew' },
  replaceTag: { vi: 'Thay thẻ', en: 'Replace a tag' },
  duplicateScan: { vi: 'Tìm bản ghi trùng', en: 'Look for duplicates' },
  duplicateMerge: { vi: 'Gộp bản ghi trùng', en: 'Merge duplicates' },
  takeOverRecords: { vi: 'Bàn giao bản ghi', en: 'Hand records over' },
  tellPeople: { vi: 'Báo và nhắc mọi người', en: 'Tell and remind people' },
  sendNotices: { vi: 'Gửi thông báo', en: 'Send notifications' },
  pushNotice: { vi: 'Báo trên máy', en: 'Notify a device' },
  sendDigests: { vi: 'Gửi thư đầu ngày', en: 'Send the mails of the morning' },
  syncAllReminders: { vi: 'Lập lại lời nhắc', en: 'Make reminders anew' },
  moveRemindersToZone: { vi: 'Dời lời nhắc theo múi giờ', en: 'Move reminders to a time zone' },
};
