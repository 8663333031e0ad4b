/** Choices of a customer's profile, in the words of Vietnamese business registration. */

export const kinds = [
  { value: 'company', label: { vi: 'Công ty, tổ chức', en: 'Company or organisation' } },
  { value: 'person', label: { vi: 'Cá nhân', en: 'Person' } },
] as const;

export const roles = [
  { value: 'customer', label: { vi: 'Khách hàng', en: 'Customer' }, color: 'green' },
  { value: 'prospect', label: { vi: 'Khách hàng tiềm năng', en: 'Prospect' }, color: 'blue' },
  { value: 'supplier', label: { vi: 'Nhà cung cấp', en: 'Supplier' }, color: 'orange' },
  { value: 'partner', label: { vi: 'Đối tác', en: 'Partner' }, color: 'teal' },
  { value: 'competitor', label: { vi: 'Đối thủ cạnh tranh', en: 'Competitor' }, color: 'red' },
] as const;

export const stages = [
  { value: 'toMarket', label: { vi: 'Cần tiếp thị', en: 'To be marketed to' }, color: 'gray' },
  { value: 'inTalks', label: { vi: 'Đang trao đổi', en: 'In talks' }, color: 'blue' },
  { value: 'customer', label: { vi: 'Đang là khách hàng', en: 'Customer' }, color: 'green' },
  { value: 'dormant', label: { vi: 'Ngừng giao dịch', en: 'Dormant' }, color: 'yellow' },
  { value: 'lost', label: { vi: 'Đã mất', en: 'Lost' }, color: 'slate' },
] as const;

export const lifeStages = [
  { value: 'student', label: { vi: 'Sinh viên', en: 'Student' } },
  { value: 'single', label: { vi: 'Đi làm, độc thân', en: 'Working, single' } },
  { value: 'newlyMarried', label: { vi: 'Mới lập gia đình', en: 'Newly married' } },
  { value: 'youngChildren', label: { vi: 'Có con nhỏ', en: 'With young children' } },
  { value: 'schoolChildren', label: { vi: 'Con đang đi học', en: 'With children at school' } },
  { value: 'grownChildren', label: { vi: 'Con đã trưởng thành', en: 'With grown-up children' } },
  { value: 'retired', label: { vi: 'Đã nghỉ hưu', en: 'Retired' } },
] as const;

/** Forms of the Law on Enterprises (59/2020/QH14), and those beside it. */
export const ownershipForms = [
  {
    value: 'oneMemberLlc',
    label: { vi: 'Công ty TNHH một thành viên', en: 'Single-member limited liability company' },
  },
  {
    value: 'multiMemberLlc',
    label: {
      vi: 'Công ty TNHH hai thành viên trở lên',
      en: 'Limited liability company with two or more members',
    },
  },
  { value: 'jointStock', label: { vi: 'Công ty cổ phần', en: 'Joint-stock company' } },
  { value: 'partnership', label: { vi: 'Công ty hợp danh', en: 'Partnership' } },
  { value: 'privateEnterprise', label: { vi: 'Doanh nghiệp tư nhân', en: 'Private enterprise' } },
  { value: 'householdBusiness', label: { vi: 'Hộ kinh doanh', en: 'Household business' } },
  { value: 'cooperative', label: { vi: 'Hợp tác xã', en: 'Cooperative' } },
  { value: 'stateOwned', label: { vi: 'Doanh nghiệp nhà nước', en: 'State-owned enterprise' } },
  {
    value: 'foreignInvested',
    label: {
      vi: 'Doanh nghiệp có vốn đầu tư nước ngoài (FDI)',
      en: 'Foreign-invested enterprise (FDI)',
    },
  },
  {
    value: 'representativeOffice',
    label: { vi: 'Văn phòng đại diện, chi nhánh', en: 'Representative office or branch' },
  },
  {
    value: 'publicBody',
    label: { vi: 'Cơ quan, đơn vị sự nghiệp công lập', en: 'Public body' },
  },
  {
    value: 'association',
    label: { vi: 'Hiệp hội, tổ chức phi lợi nhuận', en: 'Association or non-profit' },
  },
  { value: 'other', label: { vi: 'Hình thức khác', en: 'Other form' } },
] as const;

export const businessTypes = [
  { value: 'manufacturing', label: { vi: 'Sản xuất', en: 'Manufacturing' } },
  { value: 'wholesale', label: { vi: 'Phân phối, bán buôn', en: 'Distribution, wholesale' } },
  { value: 'retail', label: { vi: 'Bán lẻ', en: 'Retail' } },
  { value: 'importExport', label: { vi: 'Xuất nhập khẩu', en: 'Import and export' } },
  {
    value: 'logistics',
    label: { vi: 'Vận tải, kho bãi, logistics', en: 'Transport, warehousing, logistics' },
  },
  { value: 'ecommerce', label: { vi: 'Thương mại điện tử', en: 'E-commerce' } },
  { value: 'construction', label: { vi: 'Xây dựng', en: 'Construction' } },
  { value: 'realEstate', label: { vi: 'Bất động sản', en: 'Real estate' } },
  {
    value: 'agriculture',
    label: { vi: 'Nông, lâm, thuỷ sản', en: 'Agriculture, forestry, fishery' },
  },
  {
    value: 'hospitality',
    label: { vi: 'Nhà hàng, khách sạn, du lịch', en: 'Restaurants, hotels, tourism' },
  },
  { value: 'technology', label: { vi: 'Công nghệ thông tin', en: 'Information technology' } },
  { value: 'finance', label: { vi: 'Tài chính, bảo hiểm', en: 'Finance and insurance' } },
  { value: 'education', label: { vi: 'Giáo dục, đào tạo', en: 'Education and training' } },
  { value: 'health', label: { vi: 'Y tế, dược phẩm', en: 'Health and pharmaceuticals' } },
  { value: 'services', label: { vi: 'Dịch vụ khác', en: 'Other services' } },
] as const;

export const potentials = [
  { value: 'a', label: { vi: 'A – Rất tiềm năng', en: 'A – Very promising' }, color: 'red' },
  { value: 'b', label: { vi: 'B – Tiềm năng', en: 'B – Promising' }, color: 'orange' },
  { value: 'c', label: { vi: 'C – Trung bình', en: 'C – Average' }, color: 'yellow' },
  { value: 'd', label: { vi: 'D – Ít tiềm năng', en: 'D – Little promise' }, color: 'gray' },
] as const;
