import { createECDH, hkdfSync } from 'node:crypto';

export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/**
 * What push services know this installation by. Made from its secret, so that every process has the same and a backup of
 * the secret is enough: browsers that were allowed once stay so.
 */
export function pushKeys(appSecret: string): PushKeys {
  for (let turn = 0; ; turn += 1) {
    const privateKey = Buffer.from(hkdfSync('sha256', appSecret, '', `duyen push ${turn}`, 32));
    const curve = createECDH('prime256v1');
    try {
      curve.setPrivateKey(privateKey);
    } catch {
      // One number in 2^32 is none of the curve's.
      continue;
    }
    return {
      publicKey: curve.getPublicKey().toString('base64url'),
      privateKey: privateKey.toString('base64url'),
    };
  }
}
