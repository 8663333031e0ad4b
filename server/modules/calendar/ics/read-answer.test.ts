import { describe, expect, it } from 'vitest';
import { readCalendarAnswer } from './read-answer.ts';

const bytes = (lines: readonly string[], end = '\r\n') => Buffer.from(lines.join(end) + end);
const uid = '0193-ab@duyen';
const expected = { uid, attendee: 'ha@ankhang.example', organiser: 'an@crm.example' };

describe('answers as programs send them', () => {
  it('Outlook: folded with tabs, addresses in capitals, names in quotes, its own properties', () => {
    const file = bytes([
      'BEGIN:VCALENDAR',
      'METHOD:REPLY',
      'PRODID:Microsoft Exchange Server 2010',
      'VERSION:2.0',
      'BEGIN:VTIMEZONE',
      'TZID:SE Asia Standard Time',
      'BEGIN:STANDARD',
      'DTSTART:16010101T000000',
      'TZOFFSETFROM:+0700',
      'TZOFFSETTO:+0700',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      'ORGANIZER:MAILTO:An@crm.example',
      'ATTENDEE;PARTSTAT=ACCEPTED;CN="Nguyễn, Thị Hà":MAIL',
      '\tTO:Ha@ankhang.example',
      'COMMENT;LANGUAGE=vi-VN:\\n',
      `UID:${uid}`,
      'SUMMARY;LANGUAGE=vi-VN:Accepted: Chốt mẫu',
      'DTSTART;TZID=SE Asia Standard Time:20310310T090000',
      'DTSTAMP:20310301T010000Z',
      'SEQUENCE:2',
      'X-MICROSOFT-CDO-APPT-SEQUENCE:2',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(readCalendarAnswer(file)).toEqual({
      ...expected,
      given: [{ sequence: 2, stamp: '2031-03-01T01:00:00.000Z', answer: 'accepted' }],
    });
  });

  it('Google: parameters over several lines, a number of guests', () => {
    const file = bytes([
      'BEGIN:VCALENDAR',
      'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
      'VERSION:2.0',
      'CALSCALE:GREGORIAN',
      'METHOD:REPLY',
      'BEGIN:VEVENT',
      'DTSTART:20310310T020000Z',
      'DTSTAMP:20310301T010000Z',
      'ORGANIZER;CN=An:mailto:an@crm.example',
      `UID:${uid}`,
      'ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;CN=ha@an',
      ' khang.example;X-NUM-GUESTS=0;X-RESPONSE-COMMENT="Bận":mailto:ha@ankhang.e',
      ' xample',
      'SEQUENCE:0',
      'END:VEVENT',
      'END:VCALENDAR',
    ]);
    expect(readCalendarAnswer(file)).toMatchObject({
      ...expected,
      given: [{ answer: 'declined', sequence: 0 }],
    });
  });

  it('Apple: ended by LF alone, folded within a letter, a mark before and empty lines between', () => {
    const name = Buffer.from('Nguyễn');
    const cut = name.indexOf(0xe1) + 1;
    const file = Buffer.concat([
      Buffer.from('\uFEFFBEGIN:VCALENDAR\nMETHOD:REPLY\n\nBEGIN:VEVENT\n'),
      Buffer.from(
        `UID:${uid}\nDTSTAMP:20310301T010000Z\nORGANIZER;EMAIL=x:mailto:an@crm.example\n`,
      ),
      Buffer.from('ATTENDEE;CUTYPE=INDIVIDUAL;CN="'),
      name.subarray(0, cut),
      Buffer.from('\n '),
      name.subarray(cut),
      Buffer.from('";PARTSTAT=TENTATIVE:mailto:ha@ankhang.example\nEND:VEVENT\nEND:VCALENDAR'),
    ]);
    expect(readCalendarAnswer(file)).toMatchObject({
      ...expected,
      given: [{ answer: 'tentative' }],
    });
  });
});

describe('what is no answer', () => {
  const lines = [
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20310301T010000Z',
    'ORGANIZER:mailto:an@crm.example',
    'ATTENDEE;PARTSTAT=ACCEPTED:mailto:ha@ankhang.example',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  const without = (change: (line: string) => string) =>
    readCalendarAnswer(bytes(lines.map(change)));

  it('is read where nothing is wrong with it', () => {
    expect(without((line) => line)).toBeDefined();
  });

  it.each([
    ['another method', (line: string) => line.replace('REPLY', 'REQUEST')],
    ['no answer in it', (line: string) => line.replace('ACCEPTED', 'NEEDS-ACTION')],
    [
      'two people answering',
      (line: string) => (line.startsWith('ATT') ? `${line}\r\n${line}` : line),
    ],
    ['an address that is a script', (line: string) => line.replace('mailto:ha', 'javascript:ha')],
    ['two addresses in one', (line: string) => line.replace('ha@', 'x@y.example,ha@')],
    [
      'a time of a series that is none',
      (line: string) => (line.startsWith('UID') ? `${line}\r\nRECURRENCE-ID:20311` : line),
    ],
    [
      'answers to two things',
      (line: string) =>
        line.startsWith('END:VEVENT')
          ? `${line}\r\n${lines.slice(2, 7).join('\r\n').replace(uid, 'another')}\r\nEND:VEVENT`
          : line,
    ],
    ['no organiser', (line: string) => line.replace(/^ORGANIZER.*/, 'X-A:b')],
    ['no time', (line: string) => line.replace(/^DTSTAMP.*/, 'X-A:b')],
    ['nonsense', () => '\u0000;;;:::'],
  ])('%s', (_, change) => {
    expect(without(change)).toBeUndefined();
  });

  it('neither is a file that is far too long, or empty', () => {
    expect(readCalendarAnswer(Buffer.alloc(1_000_000, 'BEGIN:VCALENDAR\r\n'))).toBeUndefined();
    expect(readCalendarAnswer(Buffer.alloc(0))).toBeUndefined();
  });
});
