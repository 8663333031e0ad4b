import type { ErrorCode } from '../errors.ts';
import type { Language } from './language.ts';

export interface ErrorWords {
  /** The same for every occurrence. */
  title: string;
  /** What to do; may name values of the occurrence, see fill.ts. */
  detail: string;
}

export const errorWords: Record<Language, Record<ErrorCode, ErrorWords>> = {
  vi: {
    malformed: {
      title: 'Yêu cầu không đọc được',
      detail: 'Máy chủ không hiểu yêu cầu này. Hãy kiểm tra lại định dạng rồi gửi lại.',
    },
    unauthenticated: {
      title: 'Chưa đăng nhập',
      detail: 'Hãy đăng nhập rồi thử lại.',
    },
    wrongCredentials: {
      title: 'Thông tin đăng nhập không đúng',
      detail: 'Email, mật khẩu hoặc mã xác thực không đúng. Hãy kiểm tra rồi nhập lại.',
    },
    forbidden: {
      title: 'Không có quyền',
      detail: 'Bạn không có quyền làm việc này. Nếu cần, hãy nhờ người quản trị cấp quyền cho bạn.',
    },
    previewReadOnly: {
      title: 'Đang xem thử',
      detail:
        'Khi xem với quyền của người khác, bạn chỉ xem được. Hãy thoát chế độ xem thử để làm việc này.',
    },
    previewNotBegun: {
      title: 'Chưa bắt đầu xem thử',
      detail: 'Lần xem thử này chưa bắt đầu, đã hết giờ, hoặc người đó đã nghỉ. Hãy bắt đầu lại.',
    },
    setupToken: {
      title: 'Cần địa chỉ cài đặt',
      detail: 'Hãy mở đúng địa chỉ mà máy chủ in ra khi khởi động: nó mang mã dùng một lần.',
    },
    notFound: {
      title: 'Không tìm thấy',
      detail: 'Nội dung này không có, đã bị xoá, hoặc bạn không được xem.',
    },
    methodNotAllowed: {
      title: 'Không làm được ở địa chỉ này',
      detail: 'Địa chỉ này có, nhưng không nhận kiểu yêu cầu vừa gửi.',
    },
    conflict: {
      title: 'Xung đột dữ liệu',
      detail:
        'Dữ liệu vừa gửi trái với dữ liệu đang có, hoặc đang có người khác sửa. Hãy xem lại rồi thử lại.',
    },
    stale: {
      title: 'Đã có người sửa trước',
      detail: 'Bản ghi đã thay đổi từ lúc bạn mở. Hãy xem bản mới rồi lưu lại phần của bạn.',
    },
    inUse: {
      title: 'Đang được sử dụng',
      detail: 'Chưa xoá được vì còn chỗ khác đang dùng[: {users}].',
    },
    setupDone: {
      title: 'Đã cài đặt xong',
      detail: 'Công ty đã được tạo trên máy chủ này. Hãy đăng nhập.',
    },
    sampleThere: {
      title: 'Đã có công ty mẫu',
      detail: 'Mỗi lúc chỉ có một công ty mẫu. Hãy xoá công ty mẫu đang có trước.',
    },
    gone: {
      title: 'Không còn nữa',
      detail: 'Nội dung này đã hết hạn hoặc đã bị xoá hẳn.',
    },
    tooLarge: {
      title: 'Dung lượng quá lớn',
      detail: 'Nội dung gửi lên vượt quá giới hạn[ {max}]. Hãy chia nhỏ rồi gửi lại.',
    },
    unsupportedMediaType: {
      title: 'Kiểu dữ liệu không được nhận',
      detail:
        'Địa chỉ này không nhận kiểu dữ liệu vừa gửi. Hãy gửi đúng kiểu, ví dụ application/json.',
    },
    invalid: {
      title: 'Dữ liệu chưa hợp lệ',
      detail: 'Có chỗ cần sửa; xem chi tiết ở từng mục.',
    },
    idempotencyMismatch: {
      title: 'Khoá chống gửi trùng đã dùng',
      detail: 'Idempotency-Key này đã dùng cho một yêu cầu khác. Hãy dùng khoá mới.',
    },
    tooManyRequests: {
      title: 'Quá nhiều yêu cầu',
      detail: 'Bạn thao tác quá nhanh. Hãy đợi một lát rồi thử lại.',
    },
    internal: {
      title: 'Lỗi của hệ thống',
      detail:
        'Đã có lỗi ngoài dự kiến và chưa có gì được lưu. Nếu còn gặp lại, hãy gửi mã yêu cầu (X-Request-Id) cho người quản trị.',
    },
    unavailable: {
      title: 'Tạm thời chưa phục vụ được',
      detail: 'Hệ thống đang bận hoặc đang khởi động lại. Hãy thử lại sau ít giây.',
    },
    storageFull: {
      title: 'Hết chỗ lưu trữ',
      detail: 'Ổ đĩa của máy chủ đã đầy nên chưa lưu được. Hãy báo người quản trị.',
    },
    quotaReached: {
      title: 'Hết chỗ cho tài liệu',
      detail:
        'Tài liệu đã chiếm hết chỗ được dành[ là {max}]. Hãy xoá bớt phiên bản cũ, dọn thùng rác, hoặc nhờ người quản trị nới mức này.',
    },
  },
  en: {
    malformed: {
      title: 'The request cannot be read',
      detail: 'The server does not understand this request. Check its format and send it again.',
    },
    unauthenticated: {
      title: 'Not signed in',
      detail: 'Sign in and try again.',
    },
    wrongCredentials: {
      title: 'Wrong sign-in details',
      detail: 'The email, password or code is not right. Check it and enter it again.',
    },
    forbidden: {
      title: 'Not allowed',
      detail: 'You may not do this. If you need to, ask an administrator for the right.',
    },
    previewReadOnly: {
      title: 'This is a preview',
      detail: 'With the rights of somebody else you can only look. Leave the preview to do this.',
    },
    previewNotBegun: {
      title: 'No preview was begun',
      detail:
        'This preview was not begun, its time is over, or the member has left. Begin it again.',
    },
    setupToken: {
      title: 'The set-up address is needed',
      detail:
        'Open the very address that the server printed when it started: it carries a code for one use.',
    },
    notFound: {
      title: 'Not found',
      detail: 'This does not exist, was removed, or is not yours to see.',
    },
    methodNotAllowed: {
      title: 'Not possible at this address',
      detail: 'The address exists but does not take this kind of request.',
    },
    conflict: {
      title: 'Conflicting data',
      detail:
        'What was sent contradicts what is there, or someone else is changing it. Look again and retry.',
    },
    stale: {
      title: 'Someone changed it first',
      detail:
        'The record has changed since you opened it. Look at the new version and save your part again.',
    },
    inUse: {
      title: 'Still in use',
      detail: 'It cannot be removed while something else uses it[: {users}].',
    },
    setupDone: {
      title: 'Set-up is done',
      detail: 'The company on this server is there already. Sign in.',
    },
    sampleThere: {
      title: 'A sample company is in',
      detail: 'There is one sample company at a time. Remove the one that is in first.',
    },
    gone: {
      title: 'No longer there',
      detail: 'This has expired or was removed for good.',
    },
    tooLarge: {
      title: 'Too large',
      detail: 'What was sent is larger than the limit[ of {max}]. Send it in smaller parts.',
    },
    unsupportedMediaType: {
      title: 'Type of content not accepted',
      detail:
        'This address does not take the type of content sent. Send the right one, for example application/json.',
    },
    invalid: {
      title: 'Some values are not valid',
      detail: 'Something needs correcting; see each item.',
    },
    idempotencyMismatch: {
      title: 'Idempotency key already used',
      detail: 'This Idempotency-Key was used for a different request. Use a new key.',
    },
    tooManyRequests: {
      title: 'Too many requests',
      detail: 'You are going too fast. Wait a moment and try again.',
    },
    internal: {
      title: 'An error of the system',
      detail:
        'Something unexpected went wrong and nothing was saved. If it happens again, give the request id (X-Request-Id) to an administrator.',
    },
    unavailable: {
      title: 'Not available right now',
      detail: 'The system is busy or restarting. Try again in a few seconds.',
    },
    storageFull: {
      title: 'Storage is full',
      detail: "The server's disk is full, so nothing was saved. Tell an administrator.",
    },
    quotaReached: {
      title: 'No room left for documents',
      detail:
        'Documents have taken all the room they may[, which is {max}]. Remove old versions, empty the trash, or ask an administrator to allow more.',
    },
  },
};
