import { objectConformance } from '#engine/testing/object-conformance.ts';
import { declarations } from '#modules';

const address = { line1: '1 Phan Đình Phùng', wardCode: '00004', provinceCode: '01' };

const samples = {
  // Only the clock says that something was forgotten, and what ends begins before.
  activity: { status: 'planned', startedAt: undefined, finishedAt: undefined },
  recurrence: { rule: 'FREQ=WEEKLY', timeZone: 'Asia/Ho_Chi_Minh' },
  account: { taxCode: '0100109106', billingAddress: address, deliveryAddress: address },
  contact: { address },
  // A reason belongs to unqualified leads only, and those must have one.
  // Whoever is named sees it; samples are for a team.
  topic: { audience: 'team', about: undefined, closed: false },
  post: { replyTo: undefined },
  channel: { audience: 'team', people: undefined },
  message: { replyTo: undefined },
  poll: { choices: 'Trà\nBánh' },
  lead: { taxCode: '0100109106', address, status: 'qualified', unqualifiedReason: undefined },
};

objectConformance(
  declarations,
  samples,
  { lead: ['name', 'company'], post: ['body'], message: ['body'] },
  { activity: ['subject'], post: ['body'], message: ['body'] },
);
