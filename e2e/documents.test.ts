import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { Download, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { addPerson } from './support/add-person.ts';
import { openBareBrowser } from './support/bare-browser.ts';
import { openCompany, password, type Company } from './support/company.ts';
import { openLine } from './support/cut-line.ts';
import { inspect } from './support/inspect.ts';
import { visit } from './support/visit.ts';

let company: Company;
beforeAll(async () => {
  company = await openCompany('Tài liệu chung');
});

const text = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
});
const upload = (page: Page, ...files: ReturnType<typeof text>[]) =>
  page.locator('input[type=file]').first().setInputFiles(files);
const line = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tray = (page: Page) => page.getByRole('region', { name: 'Tệp đang tải lên' });
const open = (page: Page, name: string) => line(page, name).click();
const contentOf = async (download: Download) => textOf(await download.createReadStream());

describe('documents', () => {
  it('are sent to a folder, found by the words inside, shown, moved and removed', async () => {
    const page = await visit('/documents', { email: company.email });
    await page.getByRole('heading', { name: 'Chưa có tài liệu nào ở đây' }).waitFor();
    await inspect(page);
    await page.getByRole('button', { name: 'Thư mục mới' }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Tên thư mục' }).fill('Hồ sơ pháp lý');
    await page.keyboard.press('Control+Enter');
    await open(page, 'Hồ sơ pháp lý');
    const here = page.getByRole('navigation', { name: 'Đang ở' });
    await here.getByText('Hồ sơ pháp lý').waitFor();
    await expect
      .poll(() => here.locator('[aria-current=page]').allTextContents())
      .toEqual(['Hồ sơ pháp lý']);
    await upload(page, text('quy chế.txt', 'Điều khoản thanh toán trong ba mươi ngày'));
    await tray(page).getByText('Đã tải lên 1 tệp').waitFor();
    await open(page, 'quy chế.txt');
    const details = page.getByRole('complementary', { name: 'Chi tiết tài liệu' });
    await details.getByText('Bản 1 · đang dùng').waitFor();
    await details.getByRole('button', { name: 'Xem', exact: true }).click();
    const shown = page.getByRole('dialog', { name: 'quy chế.txt' });
    await shown.getByText('Điều khoản thanh toán').waitFor();
    await page.keyboard.press('Escape');
    await inspect(page);
    const search = page.getByRole('searchbox', { name: 'Tìm tên hoặc chữ bên trong' });
    await search.fill('dieu khoan 30');
    await page.getByRole('heading', { name: 'Không tài liệu nào có chữ' }).waitFor();
    await search.fill('dieu khoan ba muoi');
    await line(page, 'quy chế.txt').waitFor();
    await search.fill('');
    await page.getByRole('button', { name: 'Việc với quy chế.txt' }).click();
    await page.getByRole('menuitem', { name: 'Chuyển đến thư mục' }).click();
    await page.getByRole('button', { name: 'Chuyển đến đây' }).click();
    await page.getByText('Đã chuyển quy chế.txt').waitFor();
    // What cannot be taken back says so.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await page.getByText('Chưa làm được: mạng đang ngắt').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('navigation', { name: 'Đang ở' }).getByText('Tài liệu').click();
    await line(page, 'quy chế.txt').waitFor();
    await page.getByRole('button', { name: 'Việc với quy chế.txt' }).click();
    await page.getByRole('menuitem', { name: 'Xoá', exact: true }).click();
    await line(page, 'quy chế.txt').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    await line(page, 'quy chế.txt').waitFor();
  });

  it('of rows are shown as a table, and as their words where they are broken', async () => {
    const page = await visit('/documents', { email: company.email });
    const rows = 'Tên khách;Doanh số\r\nGốm Bát Tràng;1.250.000\r\nMây tre Phú Vinh;830.000';
    await upload(page, text('doanh số.csv', rows), text('hỏng.csv', 'a;b\r\n"chưa đóng;c\r\n'));
    await tray(page).getByText('Đã tải lên 2 tệp').waitFor();
    const look = async (name: string) => {
      await open(page, name);
      const details = page.getByRole('complementary', { name: 'Chi tiết tài liệu' });
      await details.getByRole('heading', { name }).waitFor();
      await details.getByRole('button', { name: 'Xem', exact: true }).click();
      return page.getByRole('dialog', { name });
    };
    const shown = await look('doanh số.csv');
    await shown.getByRole('columnheader', { name: 'Doanh số' }).waitFor();
    await shown.getByRole('cell', { name: '1.250.000' }).waitFor();
    await inspect(page);
    await page.keyboard.press('Escape');
    const broken = await look('hỏng.csv');
    await broken.getByText('"chưa đóng;c').waitFor();
  });

  it('come with the folders they stood in', async () => {
    const disk = await mkdtemp(path.join(os.tmpdir(), 'duyen-folder-'));
    await mkdir(path.join(disk, 'Dự án Mây', 'Bản vẽ'), { recursive: true });
    await writeFile(path.join(disk, 'Dự án Mây', 'kế hoạch.txt'), 'một');
    await writeFile(path.join(disk, 'Dự án Mây', 'Bản vẽ', 'mặt bằng.txt'), 'hai');
    const page = await visit('/documents', { email: company.email });
    await page.getByRole('button', { name: 'Cách tải lên khác' }).click();
    await page.getByRole('menuitem', { name: 'Tải lên cả thư mục' }).waitFor();
    await inspect(page);
    await page.keyboard.press('Escape');
    await page.getByLabel('Tải lên cả thư mục').setInputFiles(path.join(disk, 'Dự án Mây'));
    await tray(page).getByText('Đã tải lên 2 tệp').waitFor();
    await open(page, 'Dự án Mây');
    await line(page, 'kế hoạch.txt').waitFor();
    await open(page, 'Bản vẽ');
    await line(page, 'mặt bằng.txt').waitFor();
    await rm(disk, { recursive: true });
  });

  it('become versions, any of which is used again', async () => {
    const page = await visit('/documents', { email: company.email });
    await upload(page, text('báo giá.txt', 'cũ'));
    await line(page, 'báo giá.txt').waitFor();
    await upload(page, text('báo giá.txt', 'mới'));
    await page.getByRole('dialog', { name: 'Thư mục này đã có báo giá.txt' }).waitFor();
    await page.getByRole('button', { name: 'Thành phiên bản mới' }).click();
    await tray(page).getByText('Đã tải lên 2 tệp').waitFor();
    await open(page, 'báo giá.txt');
    const details = page.getByRole('complementary', { name: 'Chi tiết tài liệu' });
    await details.getByRole('button', { name: 'Dùng lại bản 1' }).click();
    await page.getByText('Đang dùng bản 1').waitFor();
    await details.getByRole('button', { name: 'Xoá bản 2' }).click();
    await page.getByText('Đã xoá bản 2').waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      details.getByRole('link', { name: 'Tải về', exact: true }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('báo giá.txt');
    expect(await contentOf(download)).toBe('cũ');
  });

  it('are shared with everyone by their folder, and tell who opened them', async () => {
    const email = await addPerson(company, 'Trần Văn Nam', 'employee');
    const { id } = await company.api<{ id: string }>('POST', 'folders', { name: 'Biểu mẫu' });
    const page = await visit(`/documents?folder=${id}`, { email: company.email });
    await upload(page, text('mẫu đơn.txt', 'Đơn xin nghỉ phép'));
    await line(page, 'mẫu đơn.txt').waitFor();
    const colleague = await visit('/documents', { email, phone: true });
    await colleague.getByRole('heading', { name: 'Chưa có tài liệu nào ở đây' }).waitFor();
    await page.getByRole('navigation', { name: 'Đang ở' }).getByText('Tài liệu').click();
    await page.getByRole('button', { name: 'Việc với Biểu mẫu' }).click();
    await page.getByRole('menuitem', { name: 'Chia sẻ' }).click();
    const dialog = page.getByRole('dialog', { name: 'Chia sẻ Biểu mẫu' });
    await dialog.getByText('Cả công ty').click();
    await dialog.getByRole('button', { name: 'Chia sẻ', exact: true }).click();
    await dialog.getByRole('listitem').getByText('Tài liệu chung').waitFor();
    await inspect(page);
    await colleague.reload();
    await open(colleague, 'Biểu mẫu');
    await inspect(colleague);
    await open(colleague, 'mẫu đơn.txt');
    await colleague.getByRole('dialog').getByRole('button', { name: 'Xem', exact: true }).click();
    await colleague.getByText('Đơn xin nghỉ phép').waitFor();
    await page.keyboard.press('Escape');
    await open(page, 'Biểu mẫu');
    await open(page, 'mẫu đơn.txt');
    await page.getByRole('region', { name: 'Ai đã mở' }).getByText('Trần Văn Nam').waitFor();
  });

  it('are read by somebody outside who has the link and its password', async () => {
    const page = await visit('/documents', { email: company.email });
    await upload(page, text('bảng giá lẻ.txt', 'Giá lẻ'));
    await line(page, 'bảng giá lẻ.txt').waitFor();
    await open(page, 'bảng giá lẻ.txt');
    const links = page.getByRole('region', { name: 'Liên kết cho người ngoài' });
    await links.getByRole('button', { name: 'Tạo liên kết' }).click();
    await links.getByRole('textbox', { name: 'Gửi cho ai' }).fill('Chị Hoa');
    await links.getByLabel('Mật khẩu, nếu cần').fill('mây tre 2026');
    await links.getByRole('button', { name: 'Tạo liên kết' }).click();
    const address = await links.getByLabel('Chép liên kết ngay').inputValue();
    const stranger = await visit(address.replace(inject('origin'), ''), { phone: true });
    await stranger.getByRole('heading', { name: 'Tài liệu có mật khẩu' }).waitFor();
    await inspect(stranger);
    const typed = stranger.getByLabel('Mật khẩu', { exact: true });
    await typed.fill('đoán bừa');
    await stranger.getByRole('button', { name: 'Mở tài liệu' }).click();
    await stranger.getByText('Mật khẩu không đúng.').waitFor();
    await typed.fill('mây tre 2026');
    await stranger.getByRole('button', { name: 'Mở tài liệu' }).click();
    await stranger.getByRole('heading', { name: 'bảng giá lẻ.txt' }).waitFor();
    await inspect(stranger);
    const [download] = await Promise.all([
      stranger.waitForEvent('download'),
      stranger.getByRole('link', { name: 'Tải về' }).click(),
    ]);
    expect(await contentOf(download)).toBe('Giá lẻ');
    await links.getByRole('button', { name: 'Sao chép liên kết' }).click();
    await page.reload();
    await links.getByText('có mật khẩu').waitFor();
    await page.getByRole('region', { name: 'Ai đã mở' }).getByText('Người ngoài').waitFor();
    await links.getByRole('button', { name: 'Ngừng liên kết Chị Hoa' }).click();
    await page.getByText('Liên kết đã ngừng').waitFor();
    await stranger.reload();
    await stranger.getByRole('heading', { name: 'Không mở được liên kết' }).waitFor();
  });
});

const megabyte = 1024 * 1024;

/** Drops a file whose every megabyte is of one number: large, and soon told apart. */
const dropped = (name: string, megabytes: number) => `{
  const parts = Array.from({ length: ${megabytes} }, (_, i) => new Uint8Array(${megabyte}).fill(i % 251));
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File(parts, ${JSON.stringify(name)}, { lastModified: 1 }));
  for (const type of ['dragenter', 'dragover', 'drop'])
    window.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
}`;

const hashOf = (megabytes: number): string => {
  const hash = createHash('sha256');
  for (let i = 0; i < megabytes; i += 1) hash.update(Buffer.alloc(megabyte, i % 251));
  return hash.digest('hex');
};

describe('an upload', () => {
  it(
    'of 200 MB goes on where its line was cut, and the program does not grow with it',
    { timeout: 180_000 },
    async () => {
      const rss = async () => {
        const status = await readFile(`/proc/${inject('pid')}/status`, 'utf8').catch(() => '');
        return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
      };
      const cable = await openLine(inject('origin'));
      const browser = await openBareBrowser();
      await browser.goto(`${cable.origin}/sign-in`);
      const signedIn = () =>
        browser.evaluate<number>(
          `fetch('/api/auth/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' },
             body: ${JSON.stringify(JSON.stringify({ email: company.email, password }))} }).then(({ status }) => status)`,
        );
      await expect.poll(signedIn).toBe(200);
      await browser.goto(`${cable.origin}/documents`);
      const has = (what: string) =>
        browser.evaluate(`document.querySelector(${JSON.stringify(what)}) !== null`);
      await expect.poll(() => has('input[type=file]'), { timeout: 10_000 }).toBe(true);
      const before = await rss();
      let most = before;
      let cuts = 0;
      const watch = setInterval(() => {
        void rss().then((now) => (most = Math.max(most, now)));
        // Twice: in the first third and in the last.
        if (cable.sent > (60 + cuts * 80) * megabyte && cuts < 2) {
          cuts += 1;
          cable.cut(2500);
        }
      }, 20);
      await browser.evaluate(dropped('phim giới thiệu.bin', 200));
      const said = () =>
        browser.evaluate<string>(
          `document.querySelector('section[aria-label="Tệp đang tải lên"] h2')?.textContent`,
        );
      await expect.poll(said, { timeout: 150_000, interval: 200 }).toBe('Đã tải lên 1 tệp');
      clearInterval(watch);
      expect(cuts).toBe(2);
      // Nothing of what had come was sent again, but for what the cuts tore.
      expect(cable.sent / megabyte).toBeLessThan(220);
      expect(most - before, 'MB of memory').toBeLessThan(150);
      const { items } = await company.api<{
        items: { file: { id: string; size: number } }[];
      }>('GET', `documents?q=${encodeURIComponent('phim gioi thieu')}`);
      expect(items[0]?.file.size).toBe(200 * megabyte);
      const kept = await browser.evaluate<string>(
        `fetch('/api/v1/files/${items[0]?.file.id}').then((answer) => answer.arrayBuffer())
           .then((bytes) => crypto.subtle.digest('SHA-256', bytes)).then((hash) => new Uint8Array(hash).toHex())`,
      );
      expect(kept).toBe(hashOf(200));
      await browser.close();
      cable.close();
    },
  );

  it('that was left is gone on with by choosing the same file again', async () => {
    const cable = await openLine(inject('origin'));
    const page = await visit('/documents', { email: company.email, origin: cable.origin });
    await page.getByRole('button', { name: 'Tải lên' }).first().waitFor();
    const patient = { timeout: 30_000 };
    // On a disk: when it was written last is part of what it is known by.
    const folder = await mkdtemp(path.join(os.tmpdir(), 'duyen-left-'));
    const kept = async (place: string, words: string) => {
      await mkdir(path.join(folder, place));
      const file = path.join(folder, place, 'để dở.bin');
      await writeFile(file, Buffer.alloc(16 * megabyte, words));
      return file;
    };
    const [file, other] = [await kept('a', 'duyên'), await kept('b', 'khác')];
    const cut = setInterval(() => {
      if (cable.sent < 6 * megabyte) return;
      clearInterval(cut);
      cable.cut(60_000);
    }, 5);
    await page.locator('input[type=file]').first().setInputFiles(file, patient);
    await expect.poll(() => cable.sent).toBeGreaterThan(6 * megabyte);
    cable.close();
    // The page was closed; another one, by another line, knows of it.
    await page.close({ runBeforeUnload: false });
    const back = await visit('/documents', { email: company.email });
    const left = tray(back).getByRole('listitem').filter({ hasText: 'để dở.bin' });
    await left.getByText(/Còn dở ở \d+%/).waitFor();
    await tray(back).getByText('1 tệp còn dở').waitFor();
    await inspect(back);
    const choose = left.locator('input[type=file]');
    await choose.setInputFiles(other, patient);
    await left.getByText('Tệp vừa chọn không phải để dở.bin.').waitFor();
    await choose.setInputFiles(file, patient);
    await left.getByText('Xong').waitFor(patient);
    await rm(folder, { recursive: true });
  });

  it('ends when its sender signs out, and goes on when they are back', async () => {
    const origin = inject('origin');
    const tus = { origin, 'tus-resumable': '1.0.0' };
    const signIn = async () => {
      const answer = await fetch(`${origin}/api/auth/sign-in`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json' },
        body: JSON.stringify({ email: company.email, password }),
      });
      return answer.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; ');
    };
    const cookie = await signIn();
    const bytes = Buffer.alloc(megabyte, 'x');
    const begun = await fetch(`${origin}/api/v1/uploads`, {
      method: 'POST',
      headers: { ...tus, cookie, 'upload-length': String(megabyte) },
    });
    const at = begun.headers.get('location') ?? '';
    const offset = async (by: string) => {
      const answer = await fetch(origin + at, { method: 'HEAD', headers: { ...tus, cookie: by } });
      return answer.status === 200 ? Number(answer.headers.get('upload-offset')) : answer.status;
    };
    const socket = net.connect(Number(new URL(origin).port), '127.0.0.1');
    const ended = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.write(
      `PATCH ${at} HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
        'Tus-Resumable: 1.0.0\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n' +
        `Content-Length: ${megabyte}\r\n\r\n`,
    );
    socket.write(bytes.subarray(0, 300_000));
    await expect.poll(() => offset(cookie)).toBe(300_000);
    await fetch(`${origin}/api/auth/sign-out`, { method: 'POST', headers: { origin, cookie } });
    await ended;
    expect(await offset(cookie)).toBe(401);
    const again = await signIn();
    expect(await offset(again)).toBe(300_000);
    const done = await fetch(origin + at, {
      method: 'PATCH',
      headers: {
        ...tus,
        cookie: again,
        'upload-offset': '300000',
        'content-type': 'application/offset+octet-stream',
      },
      body: bytes.subarray(300_000),
    });
    expect(done.headers.get('upload-document')).not.toBeNull();
  });
});
