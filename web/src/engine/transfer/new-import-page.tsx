export function NewImportPage() {
  return null;
}
