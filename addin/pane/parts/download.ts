import type { MadeFile } from '../../../src/ports/checker';

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** Has the browser keep a file, wherever it keeps what is downloaded. */
export function download({ name, bytes }: MadeFile): void {
  const type = TYPES[name.replace(/^.*\./, '')] ?? 'application/octet-stream';
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser takes it up at its own time.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
