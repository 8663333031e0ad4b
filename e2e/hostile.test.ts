import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

interface Case {
  id: string;
  class: string;
  payload: unknown;
}
const { cases } = JSON.parse(readFileSync('../shared/data/badinput.json', 'utf8')) as {
  cases: Case[];
};
const textsOf = (name: string): string[] =>
  cases.flatMap(({ class: group, payload }) =>
    group === name && typeof payload === 'string' ? [payload] : [],
  );
const hostile = [...textsOf('xss-text'), ...textsOf('xss-email-html')];
const fileNames = cases.flatMap(({ class: group, payload }) => {
  if (group !== 'upload-name-type' || typeof payload !== 'object' || payload === null) return [];
  const { file } = payload as { file?: { name?: string } };
  return file?.name === undefined ? [] : [file.name];
});

const script = '<script>window.__xss=1</script>';

let company: Company;
let record: string;
beforeAll(async () => {
  company = await openCompany('Chữ lạ');
  const create = hostile.map((text) => ({ name: text.slice(0, 200), notes: text }));
  await company.api('POST', 'accounts/batch', { create });
  const { id } = await company.api<{ id: string }>('POST', 'accounts', {
    name: script,
    tradingName: script,
    bestTime: hostile.join(' ').slice(0, 200),
    notes: hostile.join('\n'),
    preferences: hostile.map((text) => text.slice(0, 50)),
  });
  record = `/accounts/${id}`;
  // The thread tells of each change.
  for (const text of hostile)
    await company.api('PATCH', `accounts/${id}`, { tradingName: text.slice(0, 200) });
  for (const text of hostile)
    await company.api('POST', 'views', {
      object: 'account',
      name: text.slice(0, 100),
      audience: 'mine',
      definition: {},
    });
});

/** What any of the texts would do if it were more than text; and what each of them would put into the page. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => {
    const active =
      'script:not([src]), iframe, object, embed, base, math, animate, form[action], [src="x"], [background]';
    const events = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    );
    // A path of ours may ask for whatever a person typed.
    const links = [...document.querySelectorAll('[href], [src], [srcset], [formaction]')].filter(
      (element) =>
        /^\s*(?:java|data:text)|^(?!\/(?!\/)).*evil\.example/i.test(
          ['href', 'src', 'srcset', 'formaction']
            .map((name) => element.getAttribute(name) ?? '')
            .join(''),
        ),
    );
    return {
      ran: '__xss' in globalThis,
      nodes: [...document.querySelectorAll(`body :is(${active})`), ...events, ...links].map(
        (element) => element.outerHTML.slice(0, 200),
      ),
    };
  });
  expect(found, page.url()).toEqual({ ran: false, nodes: [] });
}

/** A page that notes what no text may do: open a dialog, or ask another host for anything. */
async function watch(options: { phone?: boolean } = {}) {
  const page = await visit('/help', { email: company.email, ...options });
  const done: string[] = [];
  page.on('dialog', (dialog) => done.push(dialog.message()));
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) done.push(request.url());
  });
  return { page, done };
}

describe('texts that would be programs elsewhere', () => {
  for (const phone of [false, true])
    it(`are texts in lists, boards and the search, ${phone ? 'phone' : 'desktop'}`, async () => {
      const { page, done } = await watch({ phone });
      await page.goto('/accounts?view=all');
      await page.getByRole('link', { name: script }).first().waitFor();
      await expectInert(page);
      await page.goto('/accounts?view=all&mode=board');
      await page.getByRole('link', { name: script }).first().waitFor();
      await expectInert(page);
      if (phone) await page.getByRole('button', { name: 'Tìm', exact: true }).click();
      else await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Tìm hoặc ra lệnh' }).fill('script');
      await page.getByRole('option').filter({ hasText: script }).first().waitFor();
      await expectInert(page);
      expect(done).toEqual([]);
    });

  it('are texts on a record, in its thread and on paper', async () => {
    const { page, done } = await watch();
    await page.goto(record);
    await page.getByRole('heading', { name: script, level: 1 }).waitFor();
    await page.getByText('<form id=x></form>').first().waitFor();
    await expectInert(page);
    await page.getByRole('tab', { name: 'Lịch sử sửa' }).click();
    await page.getByRole('tabpanel').getByText('<math><mtext>').first().waitFor();
    await expectInert(page);
    await page.emulateMedia({ media: 'print' });
    await expectInert(page);
    expect(done).toEqual([]);
  });

  it('are texts as names of people, teams, roles, keys and tags', async () => {
    const names = new Set(
      hostile.filter((text) => !/\p{Cc}/u.test(text)).map((text) => text.trim().slice(0, 100)),
    );
    const roleIds: string[] = [];
    for (const [at, name] of [...names].entries()) {
      const { id: roleId } = await company.api<{ id: string }>('POST', 'roles', {
        name,
        rights: {},
      });
      roleIds.push(roleId);
      const { id: teamId } = await company.api<{ id: string }>('POST', 'teams', { name });
      const email = `hostile-${at}@vidu.example`;
      await company.api('POST', 'invitations', { name, email, roleId, teamIds: [teamId] });
    }
    const { page, done } = await watch();
    // Keys are made by people who are signed in, not by other keys.
    for (const name of names)
      await page.request.post('/api/v1/api-keys', {
        data: { name, scopes: ['read'] },
        headers: { origin: new URL(page.url()).origin },
      });
    await page.goto('/settings/members');
    await page.getByRole('tab', { name: /^Chờ nhận lời/ }).click();
    await page
      .getByRole('button', { name: `Việc khác với ${script}` })
      .first()
      .click();
    await expectInert(page);
    await page.getByRole('menuitem', { name: 'Đổi vai trò và nhóm' }).click();
    await page.getByRole('dialog', { name: script }).waitFor();
    await expectInert(page);
    for (const path of [
      '/settings/teams',
      '/settings/roles',
      `/settings/roles/${roleIds[0]}`,
      '/settings/api-keys',
      '/settings/tags/account-preferences',
      '/settings/history',
    ]) {
      await page.goto(path);
      const shown = page.getByText(/<script|<img|<svg/).filter({ visible: true });
      await expect.poll(() => shown.count(), { timeout: 10_000, message: path }).toBeGreaterThan(0);
      await expectInert(page);
    }
    expect(done).toEqual([]);
  });

  it('are texts as names of files', async () => {
    const { page, done } = await watch();
    await page.goto(record);
    await page.getByRole('heading', { name: script, level: 1 }).waitFor();
    await page.getByRole('tab', { name: /^Tệp/ }).click();
    const files = fileNames.map((name) => ({
      name,
      mimeType: 'image/png',
      buffer: Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    }));
    await page.locator('input[type=file]').first().setInputFiles(files);
    await page.getByText('<img src=x onerror=alert(1)>.png').first().waitFor();
    await expectInert(page);
    expect(done).toEqual([]);
  });
});

describe('a field of a kind that is newer than the page', () => {
  it('is shown as text and cannot be edited', async () => {
    const page = await visit('/help', { email: company.email });
    await page.route('**/api/v1/model', async (route) => {
      const answer = await route.fetch();
      const text = await answer.text();
      const model = JSON.parse(text) as {
        objects: { key: string; fields: { key: string; kind: string }[] }[];
      };
      const object = model.objects.find(({ key }) => key === 'account');
      const field = object?.fields.find(({ key }) => key === 'bestTime');
      if (field) field.kind = 'hologram';
      await route.fulfill({ response: answer, json: model });
    });
    await page.goto(record);
    await page.getByRole('heading', { name: script, level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Sửa Tên giao dịch' }).waitFor();
    await page
      .getByText(/^data:text.html/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Sửa Thời gian tiện liên hệ' }).count()).toBe(0);
    await inspect(page);
    await page.goto('/accounts?view=all');
    await page.getByRole('link', { name: script }).first().waitFor();
  });
});
