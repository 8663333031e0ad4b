/** Files of a paste; none where text is pasted into something that takes text. */
export function fromClipboard(
  { clipboardData, target }: Pick<ClipboardEvent, 'clipboardData' | 'target'>,
  name: string,
): File[] {
  const files = [...(clipboardData?.files ?? [])];
  const isTyping =
    target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;
  if (isTyping && (clipboardData?.types.includes('text/plain') ?? false)) return [];
  return files.map((file) => (isNamed(file) ? file : renamed(file, name)));
}

/** Browsers call every picture from the clipboard the same. */
const isNamed = ({ name }: File): boolean => name !== '' && !/^image\.\w+$/.test(name);

const renamed = (file: File, name: string): File =>
  new File([file], `${name}.${file.name.split('.').at(-1) || 'png'}`, { type: file.type });
