import { IconEye, IconFolderOpen } from '@tabler/icons-react';
import { lazy } from 'react';
import { registerObjectPage } from '#web/engine/object-pages.ts';
import { registerRecordAction } from '#web/engine/record-actions.ts';
import { fileOf } from './entry.ts';
import { openPreview } from './open-preview.ts';

const DocumentsPage = lazy(async () => ({
  default: (await import('./documents-page.tsx')).DocumentsPage,
}));

registerObjectPage('document', () => <DocumentsPage />);

registerRecordAction('document', {
  key: 'look',
  label: { vi: 'Xem tài liệu', en: 'Look at it' },
  icon: IconEye,
  isFor: (record) => fileOf(record['file']) !== null,
  run: (record) => openPreview([record], record.id),
});

registerRecordAction('folder', {
  key: 'walk',
  label: { vi: 'Mở thư mục', en: 'Open the folder' },
  icon: IconFolderOpen,
  isFor: () => true,
  run: ({ id }) => window.location.assign(`/documents?folder=${id}`),
});
