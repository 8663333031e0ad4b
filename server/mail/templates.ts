import type { Language } from './mail.ts';

export interface MailWords {
  subject: string;
  /** Paragraphs; `{link}` alone is a paragraph of its own, and `{lists}` alone stands for all lists. */
  paragraphs: readonly string[];
  /** Headings of the lists, in their order. */
  lists?: Readonly<Record<string, string>>;
}

/** `{name}` and the like are filled from the values of the mail. */
export const templates = {
  resetPassword: {
    vi: {
      subject: 'Đặt lại mật khẩu Duyên',
      paragraphs: [
        'Chào {name},',
        'Có người vừa yêu cầu đặt lại mật khẩu cho tài khoản Duyên của địa chỉ này. Để chọn mật khẩu mới, hãy mở liên kết sau trong vòng một giờ:',
        '{link}',
        'Nếu không phải bạn yêu cầu, hãy bỏ qua thư này; mật khẩu của bạn vẫn giữ nguyên.',
      ],
    },
    en: {
      subject: 'Reset your Duyên password',
      paragraphs: [
        'Hello {name},',
        'Somebody asked to reset the password of the Duyên account with this address. To choose a new one, open this link within an hour:',
        '{link}',
        'If it was not you, ignore this mail; your password stays as it is.',
      ],
    },
  },
  invitation: {
    vi: {
      subject: '{inviter} mời bạn vào {workspace} trên Duyên',
      paragraphs: [
        'Chào {name},',
        '{inviter} mời bạn cùng làm việc tại {workspace} trên Duyên. Để nhận lời mời, hãy mở liên kết sau trong vòng ba ngày:',
        '{link}',
        'Nếu bạn không biết người mời, hãy bỏ qua thư này.',
      ],
    },
    en: {
      subject: '{inviter} invites you to {workspace} on Duyên',
      paragraphs: [
        'Hello {name},',
        '{inviter} invites you to work at {workspace} on Duyên. To accept, open this link within three days:',
        '{link}',
        'If you do not know who invites you, ignore this mail.',
      ],
    },
  },
  passwordChanged: {
    vi: {
      subject: 'Mật khẩu Duyên của bạn đã thay đổi',
      paragraphs: [
        'Chào {name},',
        'Mật khẩu tài khoản Duyên của bạn vừa được thay đổi và mọi thiết bị khác đã bị đăng xuất.',
        'Nếu không phải bạn, hãy đặt lại mật khẩu ngay và báo cho quản trị viên:',
        '{link}',
      ],
    },
    en: {
      subject: 'Your Duyên password was changed',
      paragraphs: [
        'Hello {name},',
        'The password of your Duyên account was just changed and all other devices were signed out.',
        'If it was not you, reset the password now and tell your administrator:',
        '{link}',
      ],
    },
  },
  notice: {
    vi: {
      subject: '{sentence}{about}',
      paragraphs: [
        'Chào {name},',
        '{sentence}{about}',
        '{link}',
        'Chọn việc nào báo cho bạn qua thư tại {settings}',
      ],
    },
    en: {
      subject: '{sentence}{about}',
      paragraphs: [
        'Hello {name},',
        '{sentence}{about}',
        '{link}',
        'Choose what you are told of by mail at {settings}',
      ],
    },
  },
  calendarInvitation: {
    vi: {
      subject: 'Lời mời: {subject}, {when}',
      paragraphs: [
        'Chào {name},',
        '{organiser} mời bạn: {subject}',
        'Lúc {when}. Nơi gặp: {place}.',
        '{link}',
        'Mở tệp đính kèm để thêm vào lịch của bạn và trả lời.',
      ],
    },
    en: {
      subject: 'Invitation: {subject}, {when}',
      paragraphs: [
        'Hello {name},',
        '{organiser} invites you: {subject}',
        'On {when}. Place: {place}.',
        '{link}',
        'Open the attached file to put it into your calendar and to answer.',
      ],
    },
  },
  calendarCancellation: {
    vi: {
      subject: 'Đã huỷ: {subject}, {when}',
      paragraphs: [
        'Chào {name},',
        '{organiser} báo cuộc hẹn này không diễn ra nữa, hoặc không còn cần bạn tham gia: {subject}',
        'Lịch cũ: {when}. Nơi gặp: {place}.',
        '{link}',
      ],
    },
    en: {
      subject: 'Cancelled: {subject}, {when}',
      paragraphs: [
        'Hello {name},',
        '{organiser} lets you know that this does not take place any more, or that you are not needed: {subject}',
        'It was planned for {when}. Place: {place}.',
        '{link}',
      ],
    },
  },
  calendarSeriesInvitation: {
    vi: {
      subject: 'Lời mời lặp lại: {subject}, từ {when}',
      paragraphs: [
        'Chào {name},',
        '{organiser} mời bạn tham gia nhiều lần: {subject}',
        'Lần tới lúc {when}. Nơi gặp: {place}.',
        '{link}',
        'Mở tệp đính kèm để thêm cả chuỗi vào lịch của bạn và trả lời. Thư sau thay cho thư trước.',
      ],
    },
    en: {
      subject: 'Recurring invitation: {subject}, from {when}',
      paragraphs: [
        'Hello {name},',
        '{organiser} invites you to something that comes again: {subject}',
        'Next on {when}. Place: {place}.',
        '{link}',
        'Open the attached file to put all of it into your calendar and to answer. A later mail takes the place of an earlier one.',
      ],
    },
  },
  calendarSeriesCancellation: {
    vi: {
      subject: 'Đã huỷ các lần lặp: {subject}',
      paragraphs: [
        'Chào {name},',
        '{organiser} báo những cuộc hẹn lặp lại này không diễn ra nữa, hoặc không còn cần bạn tham gia: {subject}',
        'Lịch cũ bắt đầu từ {when}. Nơi gặp: {place}.',
        '{link}',
      ],
    },
    en: {
      subject: 'Cancelled, all of it: {subject}',
      paragraphs: [
        'Hello {name},',
        '{organiser} lets you know that this does not take place again, or that you are not needed: {subject}',
        'It was planned from {when} on. Place: {place}.',
        '{link}',
      ],
    },
  },
  digest: {
    vi: {
      subject: 'Việc hôm nay của bạn, {day}',
      paragraphs: ['Chào {name},', '{lists}', '{link}', 'Đổi giờ hoặc tắt thư này tại {settings}'],
      lists: {
        plan: 'Hôm nay',
        forgotten: 'Quá giờ mà chưa có kết quả',
        unread: 'Thông báo chưa đọc',
      },
    },
    en: {
      subject: 'Your work today, {day}',
      paragraphs: [
        'Hello {name},',
        '{lists}',
        '{link}',
        'Change the time of this mail or turn it off at {settings}',
      ],
      lists: {
        plan: 'Today',
        forgotten: 'Past their time without a result',
        unread: 'Unread notifications',
      },
    },
  },
} as const satisfies Record<string, Record<Language, MailWords>>;
