/** What sheets say; parts in square brackets only where they are known. */
export const stalledWords = {
  vi: {
    sheetOfMonth: 'Khách bị bỏ quên tháng {month}',
    sheetOfDay: 'Khách bị bỏ quên, lập ngày {day}',
    idle: 'Không hoạt động, không đổi giai đoạn {days} ngày; cho phép {allowed} ngày',
    unanswered: '{count} cuộc gọi trong 30 ngày không ai nghe',
    noKeeper: 'Người phụ trách[ {name}] không còn làm việc',
    nobody: 'Chưa có người phụ trách',
    overloaded:
      'Người phụ trách đang giữ {customers} khách, {hours} giờ hẹn trong 14 ngày tới; đồng nghiệp trung bình {usualCustomers} khách, {usualHours} giờ',
    suggestedRegion: 'Đang giữ {count} khách cùng khu vực {name}',
    suggestedGoods: 'Đang giữ {count} khách cùng mặt hàng {name}',
    suggestedLoad: 'Giữ {customers} khách, {hours} giờ hẹn trong 14 ngày tới',
  },
  en: {
    sheetOfMonth: 'Stalled customers of {month}',
    sheetOfDay: 'Stalled customers, made on {day}',
    idle: 'No activity and no other stage for {days} days; {allowed} are allowed',
    unanswered: '{count} calls within 30 days that nobody answered',
    noKeeper: 'Their owner[ {name}] no longer works here',
    nobody: 'Nobody is in charge',
    overloaded:
      'Their owner keeps {customers} customers and has {hours} hours planned in the next 14 days; colleagues have {usualCustomers} and {usualHours} on average',
    suggestedRegion: 'Keeps {count} customers of the region {name}',
    suggestedGoods: 'Keeps {count} customers who trade {name}',
    suggestedLoad: 'Keeps {customers} customers, {hours} hours planned in the next 14 days',
  },
} as const;
