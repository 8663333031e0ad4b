export const statuses = [
  { value: 'new', label: { vi: 'Mới', en: 'New' }, color: 'blue' },
  { value: 'contacted', label: { vi: 'Đã liên hệ', en: 'Contacted' }, color: 'cyan' },
  { value: 'qualified', label: { vi: 'Đạt yêu cầu', en: 'Qualified' }, color: 'green' },
  { value: 'unqualified', label: { vi: 'Không đạt', en: 'Unqualified' }, color: 'slate' },
  { value: 'converted', label: { vi: 'Đã chuyển đổi', en: 'Converted' }, color: 'teal' },
] as const;

export const unqualifiedReasons = [
  { value: 'noNeed', label: { vi: 'Không có nhu cầu', en: 'No need' } },
  { value: 'noBudget', label: { vi: 'Không đủ ngân sách', en: 'No budget' } },
  { value: 'wrongTime', label: { vi: 'Chưa đúng thời điểm', en: 'Wrong time' } },
  { value: 'choseCompetitor', label: { vi: 'Đã chọn bên khác', en: 'Chose somebody else' } },
  { value: 'outsideMarket', label: { vi: 'Ngoài khu vực phục vụ', en: 'Outside our market' } },
  { value: 'unreachable', label: { vi: 'Không liên lạc được', en: 'Cannot be reached' } },
  { value: 'wrongDetails', label: { vi: 'Thông tin sai', en: 'Wrong details' } },
  { value: 'duplicate', label: { vi: 'Bị trùng', en: 'Duplicate' } },
  { value: 'other', label: { vi: 'Lý do khác', en: 'Other reason' } },
] as const;

export const ratings = [
  { value: 'hot', label: { vi: 'Nóng', en: 'Hot' }, color: 'red' },
  { value: 'warm', label: { vi: 'Ấm', en: 'Warm' }, color: 'orange' },
  { value: 'cold', label: { vi: 'Lạnh', en: 'Cold' }, color: 'blue' },
] as const;
