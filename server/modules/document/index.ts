export { checkRoom, findRoom, type Room } from './check-room.ts';
export { document } from './document.object.ts';
export { documentRules } from './document.rules.ts';
export { folder } from './folder.object.ts';
export { takeUpload, uploadTargets } from './take-upload.ts';
export { findFolderPath } from './folder-path.ts';
export { beginVisit, endLink, findGiven, listLinks, makeLink } from './public-links.ts';
