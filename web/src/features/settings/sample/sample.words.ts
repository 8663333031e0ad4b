import { defineWords } from '#web/words/define-words.ts';

export const sampleWords = defineWords({
  vi: {
    about: 'Một công ty giả với vài trăm bản ghi để xem thử, xoá được bằng một nút.',
    kind: 'Ngành của công ty mẫu',
    addText: 'Khách, người liên hệ, đồng nghiệp mẫu được thêm vào sổ này và đánh dấu riêng.',
    add: 'Thêm dữ liệu mẫu',
    addedAt: 'thêm lúc {at}',
    signIn: 'Cho vào công ty mẫu bằng một cú nhấp qua mạng',
    signInText: 'Ai mở được trang đăng nhập sẽ vào được với vai người mẫu. Tắt khi không cần.',
    removeTitle: 'Xoá dữ liệu mẫu',
    removeText:
      'Bản ghi, người, nhóm, thẻ và tệp của công ty mẫu mất hẳn. Những gì bạn tự thêm vẫn còn.',
    confirm: 'Gõ tên công ty để xoá: {name}',
    remove: 'Xoá dữ liệu mẫu',
    removed: { other: 'Đã xoá dữ liệu mẫu, giữ lại {count} bản ghi của bạn' },
  },
  en: {
    about: 'A made-up company of a few hundred records to look round in, removed with one button.',
    kind: 'Trade of the sample company',
    addText: 'Customers, contacts and colleagues are added to these books and marked as samples.',
    add: 'Add sample data',
    addedAt: 'added {at}',
    signIn: 'Let people on the network enter the sample company by one click',
    signInText:
      'Whoever can open the sign-in page can enter as a sample person. Turn it off when not needed.',
    removeTitle: 'Remove the sample data',
    removeText:
      'Records, people, teams, tags and files of the sample are gone for good. What you added yourself stays.',
    confirm: 'Type the name of the company to remove it: {name}',
    remove: 'Remove sample data',
    removed: {
      one: 'Sample data removed, one record of yours kept',
      other: 'Sample data removed, {count} records of yours kept',
    },
  },
});
