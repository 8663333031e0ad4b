import type { Office } from './office.ts';

export const freightOffice: Office = {
  regularCall: 'Rà lịch hàng hai tuần tới',
  topics: [
    {
      title: 'Cước đi Mỹ tăng từ đầu tháng',
      audience: 'company',
      days: 11,
      pinned: true,
      posts: [
        {
          by: 'manager',
          text: 'Ba hãng tàu đã báo phụ phí mùa cao điểm 400 USD một container 40 feet. Báo giá mới phải ghi rõ thời hạn.',
        },
        {
          by: 'leader',
          text: 'Tuyến Hải Phòng đi Los Angeles còn giữ giá cũ đến hết tuần này, ai có khách thì chốt sớm.',
        },
        {
          by: 'employee',
          text: 'Khách gỗ hỏi tách phụ phí thành dòng riêng. Em đề nghị sửa mẫu báo giá.',
        },
        { by: 'director', text: 'Đồng ý. Dùng mẫu mới trong thư mục Mẫu và biểu giá từ hôm nay.' },
      ],
      poll: {
        question: 'Gửi bản tin cước cho khách vào lúc nào?',
        choices: ['Sáng thứ Hai', 'Chiều thứ Tư', 'Khi có thay đổi lớn'],
        votes: [
          { by: 'manager', choice: 0 },
          { by: 'leader', choice: 2 },
          { by: 'employee', choice: 0 },
          { by: 'sea2', choice: 0 },
          { by: 'air1', choice: 2 },
        ],
      },
    },
    {
      title: 'Tàu trễ ở Busan: cách báo khách',
      audience: 'team',
      days: 7,
      posts: [
        {
          by: 'leader',
          text: 'Tàu nối trễ bốn ngày. Gọi khách trước khi gửi thông báo hàng đến, nói rõ ngày mới.',
        },
        { by: 'sea2', text: 'Bên em có ba khách bị ảnh hưởng, hai bên đã gọi xong.' },
        {
          by: 'employee',
          text: 'Em đã xin được thêm ba ngày miễn phí lưu container cho khách của em.',
        },
      ],
    },
    {
      title: 'Hàng lạnh cần theo dõi nhiệt độ',
      audience: 'record',
      days: 9,
      posts: [
        {
          by: 'employee',
          text: 'Khách yêu cầu gắn máy ghi nhiệt độ, gửi biểu đồ sau khi dỡ hàng.',
        },
        { by: 'leader', text: 'Ghi vào chỉ dẫn gửi hàng và báo kho lạnh trước hai ngày.' },
      ],
    },
  ],
  channel: {
    name: 'Chứng từ và hải quan',
    about: 'Hạn SI, VGM, tờ khai trong ngày',
    by: 'manager',
    lines: [
      { by: 'papers', text: 'Hạn gửi SI của chuyến đi Busan là 16 giờ hôm nay.' },
      { by: 'sea2', text: 'Lô của em còn thiếu số seal, em gửi trong 30 phút.' },
      { by: 'papers', text: 'Đã nhận, đang chờ VGM.' },
      { by: 'air1', text: 'Tờ khai lô hàng mẫu đi Nhật đã thông quan.' },
      { by: 'employee', text: 'Cho em xin vận đơn nháp của khách để kiểm tên hàng.' },
      { by: 'papers', text: 'Đã gửi vào thư mục Chứng từ.' },
    ],
  },
  folders: [
    {
      name: 'Mẫu và biểu giá',
      description: 'Bản đang dùng; báo giá gửi khách phải theo mẫu này.',
      by: 'manager',
      papers: [
        {
          name: 'Biểu phụ phí tại cảng.csv',
          by: 'manager',
          description: 'Phụ phí tại Việt Nam, chưa gồm VAT.',
          labels: ['biểu giá'],
          lines: [
            'Mã,Phụ phí,Container 20 feet (USD),Container 40 feet (USD),Hàng lẻ một CBM (USD)',
            'THC,Xếp dỡ tại cảng,120,180,6',
            'SEAL,Kẹp chì,10,10,',
            'DOC,Chứng từ một bộ,40,40,25',
            'TELEX,Điện giao hàng,35,35,35',
            'CFS,Kho gom hàng lẻ,,,8',
          ],
        },
        {
          name: 'Danh mục kiểm tra trước khi đóng hàng.txt',
          by: 'leader',
          description: 'Gọi khách theo danh mục này một ngày trước khi đóng.',
          labels: ['quy trình'],
          lines: [
            '1. Số lượng, khối lượng và kích thước đã khớp với booking.',
            '2. Hàng gỗ đã có giấy hun trùng.',
            '3. Container rỗng sạch, khô, không thủng.',
            '4. Giờ đóng và người phụ trách ở kho đã xác nhận.',
            '5. Hạn SI, VGM và cắt máng đã báo khách.',
          ],
        },
      ],
    },
    {
      name: 'Chứng từ',
      description: 'Bản chụp đã gửi khách.',
      by: 'employee',
      papers: [
        {
          name: 'Thông báo hàng đến AN-0456.pdf',
          by: 'employee',
          description: 'Đã gửi khách, còn chờ lệnh giao hàng.',
          labels: ['hàng đến'],
          stored: 'freight-arrival.pdf',
          ofCustomer: true,
        },
      ],
    },
  ],
};
