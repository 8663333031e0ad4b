import { createHash, randomBytes } from 'node:crypto';

/** 256 bits: long enough that a plain hash of it is safe to store. */
export const newSecret = () => randomBytes(32).toString('base64url');

export const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
