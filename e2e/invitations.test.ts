import { beforeAll, expect, it } from 'vitest';
import { openCompany, type Company } from './support/company.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
/** A Monday some weeks ahead. */
const monday = (() => {
  const at = new Date(Date.now() + 45 * 86_400_000);
  at.setUTCDate(at.getUTCDate() + ((8 - at.getUTCDay()) % 7));
  return at.toISOString().slice(0, 10);
})();
interface Told {
  invitation: { series: boolean; cancelledAt: string | null } | null;
}

beforeAll(async () => {
  company = await openCompany('Thư mời');
});

it('invites a customer to all of a series, and tells of a change of some only when it is wanted', async () => {
  const contact = await company.api<{ id: string }>('POST', 'contacts', {
    name: { full: 'Nguyễn Thị Hà' },
    emails: ['ha@khach.example'],
  });
  const { activity } = await company.api<{ activity: { id: string } }>(
    'POST',
    'activities/series',
    {
      values: {
        kind: 'meeting',
        subject: 'Duyệt mẫu',
        startsAt: `${monday}T09:00:00+07:00`,
        endsAt: `${monday}T10:00:00+07:00`,
        contacts: [contact.id],
      },
      rule: 'FREQ=DAILY;COUNT=5',
    },
  );
  const told = () => company.api<Told>('GET', `activities/${activity.id}/invitation`);
  const page = await visit(`/calendar?day=${monday}`, { email: company.email });
  const event = page.getByRole('button', { name: /^Duyệt mẫu/ });
  await event.first().click();
  const card = page.getByRole('dialog', { name: 'Chi tiết Duyệt mẫu' });
  await card.getByRole('button', { name: 'Chỉ mời lần này' }).waitFor();
  await inspect(page);
  await card.getByRole('button', { name: 'Mời cả chuỗi' }).click();
  await page.getByText('Đang gửi thư cho 1 người').waitFor();
  await card.getByText('Nguyễn Thị Hà, chưa trả lời').waitFor();
  await card.getByRole('button', { name: 'Gửi lại cho cả chuỗi' }).waitFor();
  await card.getByRole('button', { name: 'Báo thay đổi lần này' }).waitFor();
  await inspect(page);
  expect(await told()).toMatchObject({ invitation: { series: true, cancelledAt: null } });

  await card.getByRole('button', { name: 'Xoá' }).click();
  const question = page.getByRole('dialog', { name: 'Xoá những lần nào' });
  const tick = question.getByRole('checkbox', { name: 'Gửi thư báo cho những người đã được mời' });
  await expect.poll(() => tick.isChecked()).toBe(true);
  await inspect(page);
  const asked = page.waitForRequest((request) => request.url().endsWith('/series'));
  await question.getByRole('radio', { name: 'Mọi lần chưa diễn ra' }).check();
  await question.getByRole('button', { name: 'Xoá', exact: true }).click();
  expect((await asked).postDataJSON()).toEqual({ scope: 'all', remove: true, tell: true });
  await event.first().waitFor({ state: 'detached' });
});

it('asks whether the invited are told before a plan they know of is deleted', async () => {
  const contact = await company.api<{ id: string }>('POST', 'contacts', {
    name: { full: 'Lê Thị Mai' },
    emails: ['mai@khach.example'],
  });
  const { id } = await company.api<{ id: string }>('POST', 'activities', {
    kind: 'meeting',
    subject: 'Xem kho',
    startsAt: `${monday}T16:00:00+07:00`,
    endsAt: `${monday}T17:00:00+07:00`,
    contacts: [contact.id],
  });
  await company.api('POST', `activities/${id}/invitation`, {});
  const page = await visit(`/calendar?day=${monday}`, { email: company.email });
  const event = page.getByRole('button', { name: /^Xem kho/ });
  await event.click();
  const card = page.getByRole('dialog', { name: 'Chi tiết Xem kho' });
  await card.getByText('Lê Thị Mai, chưa trả lời').waitFor();
  await card.getByRole('button', { name: 'Xoá' }).click();
  const question = page.getByRole('dialog', { name: 'Xoá Xem kho' });
  await question
    .getByRole('checkbox', { name: 'Gửi thư báo cho những người đã được mời' })
    .waitFor();
  await inspect(page);
  await question.getByRole('button', { name: 'Xoá', exact: true }).click();
  await event.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
  await event.waitFor();
  const told = await company.api<Told>('GET', `activities/${id}/invitation`);
  expect(told.invitation?.cancelledAt).not.toBeNull();
});

it('has room for it on a phone', async () => {
  await company.api('POST', 'activities/series', {
    values: {
      kind: 'meeting',
      subject: 'Gọi theo dõi',
      startsAt: `${monday}T14:00:00+07:00`,
      endsAt: `${monday}T15:00:00+07:00`,
      contacts: [
        (
          await company.api<{ id: string }>('POST', 'contacts', {
            name: { full: 'Trần Văn Nam' },
            emails: ['nam@khach.example'],
          })
        ).id,
      ],
    },
    rule: 'FREQ=DAILY;COUNT=5',
  });
  const page = await visit(`/calendar?day=${monday}&view=day`, {
    email: company.email,
    phone: true,
    dark: true,
    language: 'en',
  });
  await page.getByRole('button', { name: /^Gọi theo dõi/ }).click();
  const invite = page.getByRole('button', { name: 'Invite to all of them' });
  await invite.waitFor();
  expect((await invite.boundingBox())?.height).toBeGreaterThanOrEqual(48);
  await inspect(page);
});
