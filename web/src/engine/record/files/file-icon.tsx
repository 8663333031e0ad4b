import {
  IconFile,
  IconFileSpreadsheet,
  IconFileText,
  IconFileTypePdf,
  IconFileZip,
  IconMusic,
  IconPhoto,
  IconVideo,
} from '@tabler/icons-react';

/** What kind of file it is, at a glance. */
export function FileIcon({ type }: { type: string }) {
  const look = { size: 20, stroke: 1.5, 'aria-hidden': true };
  if (type.startsWith('image/')) return <IconPhoto {...look} />;
  if (type.startsWith('audio/')) return <IconMusic {...look} />;
  if (type.startsWith('video/')) return <IconVideo {...look} />;
  if (type === 'application/pdf') return <IconFileTypePdf {...look} />;
  if (/spreadsheet|excel|csv/.test(type)) return <IconFileSpreadsheet {...look} />;
  if (/zip|rar|7z|gzip/.test(type)) return <IconFileZip {...look} />;
  if (/word|text|rtf|presentation/.test(type)) return <IconFileText {...look} />;
  return <IconFile {...look} />;
}
