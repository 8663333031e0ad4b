import { describe, expect, it } from 'vitest';
import { parsePeople } from './parse-people.ts';

describe('people to invite', () => {
  it('reads addresses with their names from lines, in either order', () => {
    expect(
      parsePeople(
        'Nguyễn Thu Hà <Ha@congty.vn>\nduc@congty.vn\tTrần Minh Đức\n"Lê, Lan" lan@congty.vn',
      ),
    ).toEqual([
      { name: 'Nguyễn Thu Hà', email: 'ha@congty.vn' },
      { name: 'Trần Minh Đức', email: 'duc@congty.vn' },
      { name: 'Lê Lan', email: 'lan@congty.vn' },
    ]);
  });

  it('reads lists with commas and semicolons, each person once', () => {
    expect(parsePeople('ha@x.vn, duc@x.vn; HA@x.vn').map(({ email }) => email)).toEqual([
      'ha@x.vn',
      'duc@x.vn',
    ]);
  });

  it('takes a name from the address when there is none, and leaves out what is no address', () => {
    expect(parsePeople('thu-ha.nguyen@x.vn\nchưa có mail\n')).toEqual([
      { name: 'Thu Ha Nguyen', email: 'thu-ha.nguyen@x.vn' },
    ]);
  });
});
