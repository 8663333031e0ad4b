import type { Office } from './office.ts';

export const distributorOffice: Office = {
  regularCall: 'Gọi lấy đơn hai tuần một lần',
  topics: [
    {
      title: 'Chương trình mua 10 tặng 1 tháng này',
      audience: 'company',
      days: 13,
      pinned: true,
      posts: [
        {
          by: 'manager',
          text: 'Áp dụng cho nước giải khát chai 500 ml, tối đa 20 thùng tặng mỗi cửa hàng. Ghi rõ trên đơn.',
        },
        {
          by: 'leader',
          text: 'Cửa hàng nhỏ khó nhập một lần 10 thùng, cho cộng dồn trong tháng được không?',
        },
        {
          by: 'employee',
          text: 'Tuyến của em có khoảng 12 cửa hàng sẽ tham gia nếu được cộng dồn.',
        },
        {
          by: 'director',
          text: 'Cho cộng dồn trong tháng. Chị Mai theo dõi số đã tặng theo tuyến.',
        },
      ],
      poll: {
        question: 'Tháng sau nên khuyến mãi mặt hàng nào?',
        choices: ['Nước giải khát', 'Mì ăn liền', 'Bột giặt'],
        votes: [
          { by: 'manager', choice: 1 },
          { by: 'leader', choice: 0 },
          { by: 'employee', choice: 1 },
          { by: 'city2', choice: 2 },
          { by: 'province1', choice: 1 },
        ],
      },
    },
    {
      title: 'Đổi hàng gần hết hạn',
      audience: 'team',
      days: 6,
      posts: [
        {
          by: 'leader',
          text: 'Hàng còn dưới 60 ngày thì chụp ảnh hạn dùng, gom về kho vào thứ Năm.',
        },
        { by: 'city2', text: 'Em có 6 thùng ở hai cửa hàng, đã chụp ảnh.' },
        { by: 'employee', text: 'Em có 3 thùng, gửi chung xe với chị Sương.' },
      ],
    },
    {
      title: 'Xin thêm kệ trưng bày',
      audience: 'record',
      days: 9,
      posts: [
        {
          by: 'employee',
          text: 'Chủ cửa hàng muốn thêm một kệ ở lối vào, đổi lại nhận chỉ tiêu cao hơn 15%.',
        },
        { by: 'leader', text: 'Được, ký biên bản cho mượn kệ trước khi giao.' },
      ],
    },
  ],
  channel: {
    name: 'Kho và tuyến xe',
    about: 'Tồn kho, giờ xe, hàng trả',
    by: 'manager',
    lines: [
      { by: 'stock', text: 'Mì gói vị tôm còn 120 thùng, hàng mới về đầu tuần sau.' },
      { by: 'city2', text: 'Cho em giữ 30 thùng cho tuyến sáng mai.' },
      { by: 'stock', text: 'Đã giữ. Xe đi lúc 6 giờ 30.' },
      { by: 'province1', text: 'Xe tuyến tỉnh còn nhận thêm 2 tấn được không?' },
      { by: 'stock', text: 'Còn khoảng 1,5 tấn thôi.' },
      { by: 'employee', text: 'Em có hai cửa hàng xin giao trước 7 giờ, nhờ kho xếp sau cùng.' },
    ],
  },
  folders: [
    {
      name: 'Bảng giá và chính sách',
      description: 'Bản đang dùng cho mọi tuyến.',
      by: 'manager',
      papers: [
        {
          name: 'Bảng giá đại lý.csv',
          by: 'manager',
          description: 'Giá một thùng, đã gồm VAT.',
          labels: ['bảng giá'],
          lines: [
            'Mã,Tên hàng,Quy cách,Giá đại lý,Giá bán lẻ đề nghị',
            'NG-05,Nước giải khát chai 500 ml,thùng 24 chai,168000,192000',
            'MI-01,Mì gói vị tôm,thùng 30 gói,98000,114000',
            'BG-03,Bột giặt 3 kg,thùng 4 túi,412000,468000',
            'SU-02,Sữa hộp 180 ml,thùng 48 hộp,318000,360000',
            'DA-01,Dầu ăn 1 lít,thùng 12 chai,528000,588000',
          ],
        },
        {
          name: 'Chính sách đổi trả.txt',
          by: 'leader',
          description: 'Nói với cửa hàng đúng như bản này.',
          labels: ['chính sách'],
          lines: [
            '1. Hàng còn nguyên thùng, còn hạn trên 60 ngày: đổi trong 7 ngày.',
            '2. Hàng lỗi của nhà máy: đổi ngay, kèm ảnh.',
            '3. Hàng gần hết hạn: báo trước 60 ngày, trừ vào đơn sau.',
            '4. Không nhận lại thùng đã mở hoặc bị ướt.',
          ],
        },
      ],
    },
    {
      name: 'Phiếu giao',
      description: 'Phiếu đã ký của các tuyến.',
      by: 'employee',
      papers: [
        {
          name: 'Phiếu giao hàng PX-2093.pdf',
          by: 'employee',
          description: 'Cửa hàng ký đủ 30 thùng.',
          labels: ['phiếu giao'],
          stored: 'distributor-delivery.pdf',
          ofCustomer: true,
        },
      ],
    },
  ],
};
