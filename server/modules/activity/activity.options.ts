/** What is done with somebody, or alone. Kinds a company adds behave like a task. */
export const kinds = [
  { value: 'call', label: { vi: 'Gọi điện', en: 'Call' } },
  { value: 'meeting', label: { vi: 'Họp, gặp mặt', en: 'Meeting' } },
  { value: 'visit', label: { vi: 'Đến thăm khách', en: 'Visit to the customer' } },
  { value: 'visitByCustomer', label: { vi: 'Khách đến công ty', en: 'Visit by the customer' } },
  { value: 'task', label: { vi: 'Công việc', en: 'Task' } },
  { value: 'message', label: { vi: 'Nhắn tin', en: 'Message' } },
  { value: 'note', label: { vi: 'Ghi chú', en: 'Note' } },
] as const;

/** How long one takes when nobody says, in minutes. */
export const usualMinutes: Readonly<Record<string, number>> = {
  call: 10,
  meeting: 60,
  visit: 90,
  visitByCustomer: 60,
  task: 30,
  message: 5,
  note: 0,
};

export const statuses = [
  { value: 'planned', label: { vi: 'Đã lên lịch', en: 'Planned' }, color: 'violet' },
  { value: 'inProgress', label: { vi: 'Đang làm', en: 'In progress' }, color: 'blue' },
  { value: 'done', label: { vi: 'Xong', en: 'Done' }, color: 'green' },
  { value: 'cancelled', label: { vi: 'Đã huỷ', en: 'Cancelled' }, color: 'slate' },
  { value: 'forgotten', label: { vi: 'Bị quên', en: 'Forgotten' }, color: 'red' },
] as const;

export const priorities = [
  { value: 'high', label: { vi: 'Cao', en: 'High' }, color: 'red' },
  { value: 'normal', label: { vi: 'Bình thường', en: 'Normal' }, color: 'gray' },
  { value: 'low', label: { vi: 'Thấp', en: 'Low' }, color: 'gray' },
] as const;

export const results = [
  { value: 'reached', label: { vi: 'Đã trao đổi', en: 'Reached' }, color: 'green' },
  { value: 'interested', label: { vi: 'Quan tâm', en: 'Interested' }, color: 'green' },
  { value: 'agreed', label: { vi: 'Đồng ý', en: 'Agreed' }, color: 'green' },
  { value: 'considering', label: { vi: 'Còn cân nhắc', en: 'Considering' }, color: 'blue' },
  { value: 'refused', label: { vi: 'Từ chối', en: 'Refused' }, color: 'slate' },
  { value: 'callBack', label: { vi: 'Hẹn gọi lại', en: 'Asked to call back' }, color: 'violet' },
  { value: 'noAnswer', label: { vi: 'Không nghe máy', en: 'No answer' }, color: 'violet' },
  { value: 'busy', label: { vi: 'Máy bận', en: 'Busy' }, color: 'violet' },
  { value: 'wrongNumber', label: { vi: 'Sai số', en: 'Wrong number' }, color: 'red' },
] as const;

/** Why a customer has no next step, which otherwise every open one has. */
export const noNextStepReasons = [
  { value: 'waitingForThem', label: { vi: 'Chờ khách chủ động', en: 'They will get in touch' } },
  { value: 'nothingNeeded', label: { vi: 'Khách chưa có nhu cầu', en: 'Nothing is needed now' } },
  { value: 'handedOver', label: { vi: 'Đã chuyển người khác', en: 'Handed to somebody else' } },
  { value: 'lost', label: { vi: 'Không theo tiếp', en: 'Not pursued any more' } },
] as const;

/** How long before people are reminded, in minutes. */
export const reminders = [
  { value: '0', label: { vi: 'Đúng giờ', en: 'At the time' } },
  { value: '5', label: { vi: 'Trước 5 phút', en: '5 minutes before' } },
  { value: '10', label: { vi: 'Trước 10 phút', en: '10 minutes before' } },
  { value: '15', label: { vi: 'Trước 15 phút', en: '15 minutes before' } },
  { value: '30', label: { vi: 'Trước 30 phút', en: '30 minutes before' } },
  { value: '60', label: { vi: 'Trước 1 giờ', en: '1 hour before' } },
  { value: '120', label: { vi: 'Trước 2 giờ', en: '2 hours before' } },
  { value: '1440', label: { vi: 'Trước 1 ngày', en: '1 day before' } },
  { value: '2880', label: { vi: 'Trước 2 ngày', en: '2 days before' } },
  { value: '10080', label: { vi: 'Trước 1 tuần', en: '1 week before' } },
] as const;
