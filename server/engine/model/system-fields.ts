import { f } from '#shared/fields/index.ts';
import type { Field, ObjectDefinition } from '#shared/define.ts';

/** Fields that records carry without anyone declaring them. */
export function systemFields(
  object: Pick<ObjectDefinition, 'key' | 'reach'>,
): Record<string, Field> {
  return {
    // A relation of the record to itself: filters by id work like those by any other relation.
    id: f.relation({ vi: 'Mã hệ thống', en: 'Id' }, { to: object.key, readOnly: true }),
    version: f.number({ vi: 'Phiên bản', en: 'Version' }, { readOnly: true }),
    ...(object.reach === 'owned' && {
      owner: f.member(
        { vi: 'Người phụ trách', en: 'Owner' },
        { importNames: ['Nhân viên phụ trách', 'NV phụ trách', 'Sales', 'Assigned to'] },
      ),
      team: f.team({ vi: 'Nhóm', en: 'Team' }),
    }),
    createdAt: f.dateTime({ vi: 'Ngày tạo', en: 'Created at' }, { readOnly: true }),
    createdBy: f.member({ vi: 'Người tạo', en: 'Created by' }, { readOnly: true }),
    updatedAt: f.dateTime({ vi: 'Sửa lần cuối', en: 'Last changed' }, { readOnly: true }),
    updatedBy: f.member({ vi: 'Người sửa cuối', en: 'Last changed by' }, { readOnly: true }),
    deletedAt: f.dateTime(
      { vi: 'Ngày bỏ vào thùng rác', en: 'Moved to trash at' },
      { readOnly: true },
    ),
  };
}
