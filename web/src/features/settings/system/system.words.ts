import { defineWords } from '#web/words/define-words.ts';

export const systemWords = defineWords({
  vi: {
    about: 'Phiên bản, sao lưu và việc chạy nền. Cập nhật mỗi 10 giây.',
    version: 'Duyên',
    database: 'Cơ sở dữ liệu',
    embedded: 'đi kèm',
    node: 'Node',
    started: 'Chạy từ',
    size: 'Dung lượng',
    sizes: '{company} của công ty này, {all} tất cả',
    backupMade: 'Bản sao lưu mới nhất',
    backupVerified: 'Bản sao lưu đã kiểm tra',
    never: 'Chưa có',
    outdated:
      'PostgreSQL {version} có lỗ hổng đã được vá. Nâng lên {safe} trở lên, rồi khởi động lại.',
    outdatedEmbedded:
      'PostgreSQL {version} đi kèm có lỗ hổng đã được vá ở {safe}. Cập nhật Duyên, hoặc dùng PostgreSQL riêng qua DATABASE_URL.',
    noBackup:
      'Chưa có bản sao lưu nào được kiểm tra. Chạy “npm run duyen -- backup create” rồi “backup verify” ở máy chủ.',
    oldBackup: {
      other:
        'Bản sao lưu đã kiểm tra gần nhất đã {count} ngày. Chạy “npm run duyen -- backup create” rồi “backup verify” ở máy chủ mỗi ngày.',
    },
    noWorkers: 'Không có tiến trình nào làm việc nền: nhập tệp, gửi thư và quét trùng đang chờ.',
    jobs: 'Việc chạy nền',
    noJobs: 'Không có việc nào đang chờ hay bị hỏng.',
    jobCounts: '{failed} hỏng, {running} đang chạy, {waiting} đang chờ',
    waiting: 'đang chờ',
    running: 'đang chạy',
    failed: 'hỏng',
    attempts: { other: 'đã thử {count} lần' },
    retry: 'Chạy lại',
  },
  en: {
    about: 'Versions, backups and background work. Renewed every 10 seconds.',
    version: 'Duyên',
    database: 'Database',
    embedded: 'built in',
    node: 'Node',
    started: 'Running since',
    size: 'Size',
    sizes: '{company} of this company, {all} in all',
    backupMade: 'Newest backup',
    backupVerified: 'Newest verified backup',
    never: 'None yet',
    outdated:
      'PostgreSQL {version} has security holes that are mended in {safe}. Upgrade to it, then restart.',
    outdatedEmbedded:
      'The built-in PostgreSQL {version} has security holes that are mended in {safe}. Update Duyên, or use a PostgreSQL of your own through DATABASE_URL.',
    noBackup:
      'No backup has been verified yet. Run “npm run duyen -- backup create”, then “backup verify”, on the server.',
    oldBackup: {
      other:
        'The newest verified backup is {count} days old. Run “npm run duyen -- backup create”, then “backup verify”, on the server every day.',
    },
    noWorkers: 'No process works in the background: imports, mail and scans are waiting.',
    jobs: 'Background work',
    noJobs: 'Nothing waits, and nothing has failed.',
    jobCounts: '{failed} failed, {running} running, {waiting} waiting',
    waiting: 'waiting',
    running: 'running',
    failed: 'failed',
    attempts: { one: 'tried once', other: 'tried {count} times' },
    retry: 'Run again',
  },
});
