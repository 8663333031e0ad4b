import type { Office } from './office.ts';

export const giftShopOffice: Office = {
  regularCall: 'Gọi theo dõi đơn quà định kỳ',
  topics: [
    {
      title: 'Mẫu hộp quà Tết năm nay',
      audience: 'company',
      days: 12,
      pinned: true,
      posts: [
        {
          by: 'manager',
          text: 'Xưởng vừa gửi ba mẫu hộp. Mọi người xem ở phòng trưng bày rồi cho ý kiến trước thứ Sáu để kịp đặt in.',
        },
        {
          by: 'leader',
          text: 'Khách doanh nghiệp thích mẫu hộp gỗ, nhưng giá cao hơn khoảng 45 nghìn một phần.',
        },
        {
          by: 'employee',
          text: 'Em hỏi bốn khách lớn: ba bên chọn hộp giấy bồi vải, chỉ một bên muốn hộp gỗ.',
        },
        {
          by: 'retail1',
          text: 'Bán lẻ thì màu đỏ mận đi nhanh nhất. Túi xách phải đủ cứng vì khách hay gửi xe khách về quê.',
        },
        { by: 'director', text: 'Vậy chốt theo số phiếu ở trên. Anh Sơn báo xưởng giúp.' },
      ],
      poll: {
        question: 'Chọn hộp nào làm mẫu chính?',
        choices: ['Hộp gỗ khắc tên', 'Hộp giấy bồi vải', 'Giỏ mây'],
        votes: [
          { by: 'manager', choice: 1 },
          { by: 'leader', choice: 0 },
          { by: 'employee', choice: 1 },
          { by: 'business2', choice: 1 },
          { by: 'retail1', choice: 2 },
        ],
      },
    },
    {
      title: 'Giao hàng tuần cao điểm',
      audience: 'team',
      days: 6,
      posts: [
        {
          by: 'leader',
          text: 'Tuần tới có 14 đơn trên 50 phần. Ai cần xe thì ghi giờ giao ở đây, em gom chuyến.',
        },
        {
          by: 'business2',
          text: 'Đơn bên ngân hàng giao 8 giờ sáng thứ Ba, khách xin không giao buổi trưa.',
        },
        { by: 'employee', text: 'Em có hai đơn cùng quận Cầu Giấy, đi chung một xe được.' },
      ],
    },
    {
      title: 'Khách phàn nàn nến bị nứt khi vận chuyển',
      audience: 'record',
      days: 9,
      posts: [
        {
          by: 'employee',
          text: 'Khách báo 6 trên 120 hộp có nến nứt. Em đã xin ảnh, đề xuất đổi mới và lót thêm giấy tổ ong.',
        },
        { by: 'leader', text: 'Đồng ý đổi. Nhớ báo kho đổi cách đóng cho các đơn sau.' },
      ],
    },
  ],
  channel: {
    name: 'Kho và giao hàng',
    about: 'Hàng về, hàng thiếu, giờ xe chạy',
    by: 'manager',
    lines: [
      { by: 'retail1', text: 'Nến hương gỗ còn 86 hộp, nến quế còn 40.' },
      { by: 'business2', text: 'Cho em giữ 50 hộp hương gỗ cho đơn bên ngân hàng nhé.' },
      { by: 'retail1', text: 'Đã ghi. Lô mới về đầu tuần sau.' },
      { by: 'employee', text: 'Xe sáng mai còn chỗ cho 12 thùng không ạ?' },
      { by: 'manager', text: 'Còn, nhưng phải xong phiếu giao trước 17 giờ.' },
      { by: 'employee', text: 'Vâng, em gửi phiếu ngay.' },
    ],
  },
  folders: [
    {
      name: 'Bảng giá và mẫu',
      description: 'Bảng giá đang dùng; bản cũ nằm trong các phiên bản.',
      by: 'manager',
      papers: [
        {
          name: 'Bảng giá quà doanh nghiệp.csv',
          by: 'manager',
          description: 'Giá cho đơn từ 50 phần, chưa gồm VAT và in logo.',
          labels: ['bảng giá'],
          lines: [
            'Mã,Tên hàng,Đơn vị,Giá từ 50 phần,Giá từ 200 phần',
            'ML-01,Nến thơm hương gỗ 200 g,hộp,185000,168000',
            'ML-02,Trà sen và mứt gừng,bộ,240000,219000',
            'ML-03,Hộp giấy bồi vải đỏ mận,hộp,62000,55000',
            'ML-04,Hộp gỗ khắc tên,hộp,107000,98000',
            'ML-05,Bình giữ nhiệt in logo,cái,265000,248000',
            'ML-06,Combo Xuân Đoàn Viên,phần,520000,489000',
          ],
        },
        {
          name: 'Lời chúc in thiệp.txt',
          by: 'retail1',
          description: 'Câu chúc khách hay chọn, chép được ngay.',
          labels: ['mẫu câu'],
          lines: [
            'Tết: Kính chúc quý khách một năm an khang, công việc hanh thông.',
            'Sinh nhật: Chúc anh/chị tuổi mới nhiều sức khoẻ và niềm vui.',
            '8/3 và 20/10: Chúc chị luôn tươi trẻ, được yêu thương mỗi ngày.',
            'Tri ân: Cảm ơn quý khách đã đồng hành cùng chúng tôi suốt năm qua.',
          ],
        },
      ],
    },
    {
      name: 'Giao hàng',
      description: 'Phiếu giao đã ký, xếp theo khách.',
      by: 'employee',
      papers: [
        {
          name: 'Phiếu giao hàng PG-0127.pdf',
          by: 'employee',
          description: 'Giao đủ 120 phần, bảo vệ tầng 1 ký nhận.',
          labels: ['phiếu giao'],
          stored: 'gift-shop-delivery.pdf',
          ofCustomer: true,
        },
      ],
    },
  ],
};
