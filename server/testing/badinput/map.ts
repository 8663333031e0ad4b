import type { Case } from './corpus.ts';
import type { Difference, Entry } from './outcome.ts';
import { momentField } from './records.ts';
import { restoreBackup } from './senders/backup.ts';
import { exportForeign, exportText } from './senders/exports.ts';
import { uploadAttachment, uploadPicture } from './senders/files.ts';
import { forgotPassword } from './senders/forgot-password.ts';
import {
  breakHandler,
  deleteByGet,
  fromOtherSite,
  getPath,
  sendCookie,
  useKey,
} from './senders/headers.ts';
import { renameSelf, updateSelf } from './senders/profile.ts';
import { importContacts, importTwiceAtOnce } from './senders/imports.ts';
import { misbehave, sendBytes } from './senders/raw.ts';
import {
  createFieldLabelled,
  createRaw,
  createSameAtOnce,
  createWith,
  getById,
  groupBy,
  queryWith,
  searchFor,
  updateSameVersion,
} from './senders/records.ts';
import {
  countHidden,
  getForeign,
  getWithInclude,
  listRoles,
  updateOwnAndForeign,
  updateWithReadOnlyKey,
} from './senders/rights.ts';
import {
  choosePassword,
  guessAtOnce,
  otherSignIns,
  recoveryCodeAtOnce,
  signInThenGoTo,
  signInWith,
  useToken,
} from './senders/sign-in.ts';
import { member } from './send.ts';

const absent = (feature: string): Entry => ({ notApplicable: `${feature}: not there yet` });

const contactName = createWith('contacts', (name) => ({ name }), { field: 'name.full' });
const contactNotes = createWith('contacts', (notes) => ({ name: 'Ghi chú', notes }), {
  field: 'notes',
});
const moment = createWith('contacts', (due) => ({ name: 'Hẹn', [momentField]: due }), {
  field: momentField,
});

/** Every place the corpus names, and where that is with us. A place that is missing here fails its cases. */
export const map: Record<string, Entry> = {
  // Records: contacts are contacts, companies are accounts, deals are whatever has an amount.
  'api:contacts.create': {
    send: (world, payload, test) =>
      member(payload, 'parallel') === undefined
        ? createRaw(world, payload, test)
        : createSameAtOnce(world, payload, test),
  },
  'api:contacts.create:lastName': { send: contactName },
  'api:contacts.create:firstName': { send: contactName },
  'api:contacts.create:email': {
    send: createWith('contacts', (emails) => ({ name: 'Thư', emails }), { field: 'emails' }),
  },
  'api:contacts.create:phone': {
    send: createWith('contacts', (phones) => ({ name: 'Máy', phones }), { field: 'phones' }),
  },
  'api:contacts.create:birthday': {
    send: createWith('contacts', (birthday) => ({ name: 'Tuổi', birthday }), { field: 'birthday' }),
  },
  'api:contacts.get:id': { send: getById },
  'api:contacts.update': { send: updateSameVersion },
  'api:companies.create:website': {
    send: createWith('accounts', (website) => ({ name: 'Trang', website }), { field: 'website' }),
  },
  'api:deals.create:amount': {
    send: createWith(
      'accounts',
      (amount) => ({ name: 'Doanh thu', yearlyRevenue: { amount, currency: 'USD' } }),
      { field: 'yearlyRevenue.amount' },
    ),
  },
  'api:activities.create:dueAt': { send: moment },
  'api:notes.create:body': { send: contactNotes },
  'api:notes.create:markdown': { send: contactNotes },
  'api:notes.pin': absent('notes as records of their own'),
  'api:fields.create:label': { send: createFieldLabelled },
  'query:contacts.list:sort': { send: queryWith('/api/v1/contacts', 'sort') },
  'query:contacts.list:filter': { send: queryWith('/api/v1/contacts', 'where') },
  'query:reports.run:groupBy': { send: groupBy },
  'query:search:q': { send: searchFor },

  // Rights.
  'api:{entity}.get': { send: getForeign },
  'api:{entity}.bulk-update': { send: updateOwnAndForeign },
  'api:{entity}.get?include=': { send: getWithInclude },
  'api:{entity}.get (api key read-only) PATCH': { send: updateWithReadOnlyKey },
  'api:{entity}.clone': absent('copying a record'),
  'query:reports.run': { send: countHidden },
  'api:users.list': { send: listRoles },
  'api:users.update-self': { send: updateSelf },
  'api:users.update:displayName': { send: renameSelf },

  // People.
  'auth:login': { send: signInWith },
  'auth:login wrong': { send: guessAtOnce },
  'auth:login:next': { send: signInThenGoTo },
  'auth:recovery-code': { send: recoveryCodeAtOnce },
  'auth:set-password': { send: choosePassword },
  'auth:forgot-password': { send: forgotPassword },
  'auth:token': { send: useToken, notApplicable: otherSignIns },

  // HTTP and below.
  'http:GET': { send: getPath },
  'http:GET api:contacts.delete?id=': { send: deleteByGet },
  'http:POST api:contacts.create (session cookie)': {
    send: fromOtherSite('POST', '/api/v1/contacts', { name: 'Từ nơi khác' }),
  },
  'http:POST auth:login': {
    send: fromOtherSite('POST', '/api/auth/sign-in', { email: 'an@x.test', password: 'x' }),
  },
  'http:OPTIONS api:contacts': { send: fromOtherSite('OPTIONS', '/api/v1/contacts') },
  'http:header Authorization': { send: useKey },
  'http:header Cookie': { send: sendCookie },
  'http:500': { send: breakHandler },
  'tcp:raw': { send: sendBytes },
  'tcp:behaviour': { send: misbehave, background: true },

  // Files.
  'upload:attachment': { send: uploadAttachment },
  'upload:avatar': { send: uploadPicture },
  'restore:backup-or-import-archive': { send: restoreBackup },
  'api:{entity}.export': { send: exportForeign, needs: 'GET /api/v1/contacts/export' },
  'export:csv+xlsx:contact.lastName': { send: exportText, needs: 'GET /api/v1/contacts/export' },
  'import:contacts': { send: importContacts, needs: 'POST /api/v1/imports', last: true },
  'api:import.start': { send: importTwiceAtOnce, needs: 'POST /api/v1/imports' },

  // Features of later issues.
  'api:emails.send': absent('e-mail to customers'),
  'email-in:headers': absent('e-mail that comes in'),
  'email-in:html': absent('e-mail that comes in'),
  'email-in:message': absent('e-mail that comes in'),
  'unsubscribe:GET': absent('campaigns'),
  'tracking:open': absent('campaigns'),
  'template:email+pdf+landing:body': absent('templates'),
  'landing:slug': absent('landing pages'),
  'form:public': absent('public forms'),
  'form:public:name': absent('public forms'),
  'chat:message': absent('chat'),
  'chat:upload': absent('chat'),
  'chat:visitor.name': absent('chat'),
  'api:quotes.finalize': absent('quotes'),
  'api:quotes.line:quantity': absent('quotes'),
  'api:quotes.update': absent('quotes'),
  'quote-accept:POST twice parallel': absent('quotes'),
  'portal:quote-link': absent('quotes'),
  'pdf:quote:lines': absent('PDF documents'),
  'pdf:quote:link': absent('PDF documents'),
  'api:webhooks.create': absent('webhooks'),
  'webhook-in:{source}': absent('webhooks'),
  'webhook-out:url': absent('webhooks'),
  'api:workflow.run-as': absent('workflows'),
  'workflow:trigger': absent('workflows'),
  'formula:field+workflow:condition': absent('formulas'),
  'mcp:/mcp': absent('MCP'),
  'mcp:POST /mcp': absent('MCP'),
  'mcp:tools/call': absent('MCP'),
  'ws:/realtime upgrade': {
    notApplicable: 'live changes come by server-sent events; nothing is upgraded to a websocket',
  },
};

/** The run that everybody waits for takes a tenth of the longest file; `npm run badinput` takes all of it. */
export const shortForms: Record<string, (test: Case) => Case> = {
  'csv-import-18': ({ expect, ...test }) => ({
    ...test,
    payload: {
      file: { name: 'big.csv', type: 'text/csv', gen: { kind: 'csv-rows', rows: 10_000 } },
    },
    expect: { ...expect, inv: expect.inv.map((each) => each.replace('rows:100000', 'rows:10000')) },
  }),
};

/** By case, or by place: where the published contract of the API decides otherwise than the corpus. */
export const differences: Record<string, Difference> = {
  'race-03': {
    status: [200, 409],
    reason: 'a stale version is 409 with the newer record, not 412',
  },
  'api:{entity}.get?include=': {
    status: [422],
    without: ['audit_denied'],
    reason: 'an unknown parameter is an invalid value before anybody’s rights are asked',
  },
  'query:reports.run': {
    status: [200, 422],
    without: ['audit_denied'],
    reason:
      'what may not be seen does not exist: counting it gives nothing, grouping by it an unknown field; nothing is refused that could be noted',
  },
};
