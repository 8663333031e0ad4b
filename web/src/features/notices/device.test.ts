import { expect, it } from 'vitest';
import { nameOfBrowser } from './device.ts';

it('calls a browser by what people call it', () => {
  const chrome =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36';
  expect(nameOfBrowser(chrome)).toBe('Chrome, Windows');
  expect(nameOfBrowser(`${chrome} Edg/140.0`)).toBe('Edge, Windows');
  expect(
    nameOfBrowser(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    ),
  ).toBe('Safari, iPhone');
  expect(nameOfBrowser('nothing known')).toBe('Browser');
});
