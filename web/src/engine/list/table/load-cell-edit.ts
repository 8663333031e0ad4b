/** Boxes of all kinds are needed by whoever begins to change something, not to look. */
export const loadCellEdit = async () => ({
  default: (await import('./cell-edit.tsx')).CellEdit,
});
