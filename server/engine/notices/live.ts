/**
 * A member's notices in the stream of changes: the record of such an event is the member, and nobody else hears of it.
 * No object has such a key.
 */
export const noticeObject = '$notice';
export const noticeEvent = 'notice';
