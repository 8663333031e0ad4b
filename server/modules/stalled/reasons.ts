/** Why a customer is on a sheet. */
export const reasons = [
  { value: 'idle', label: { vi: 'Không ai động đến', en: 'Nobody moved them' } },
  { value: 'unanswered', label: { vi: 'Gọi mãi không được', en: 'Calls are not answered' } },
  { value: 'noKeeper', label: { vi: 'Không còn người phụ trách', en: 'Their owner is gone' } },
  { value: 'overloaded', label: { vi: 'Người phụ trách quá tải', en: 'Their owner has too much' } },
] as const;
export type Reason = (typeof reasons)[number]['value'];

/** What the value at risk was taken from. */
export const valueSources = [
  { value: 'bookings', label: { vi: 'Kế hoạch đặt hàng đã biết', en: 'Bookings they plan' } },
  { value: 'revenue', label: { vi: 'Doanh thu năm của khách', en: 'Their yearly revenue' } },
] as const;
export type ValueSource = (typeof valueSources)[number]['value'];
