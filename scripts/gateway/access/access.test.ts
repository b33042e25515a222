import { createRateLimit } from './rateLimit.ts';
import { addressList, isListed, sourceAddress } from './sourceAddress.ts';

const proxies = addressList(['10.0.0.0/8', '::1']);

function from(remoteAddress: string, forwardedFor?: string): string {
    const headers = new Headers(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor });
    return sourceAddress({ incoming: { socket: { remoteAddress } } }, headers, proxies);
}

test.each<[string, string, string | undefined, string]>([
    ['nobody in between', '203.0.113.7', undefined, '203.0.113.7'],
    ['somebody who only says so', '203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['one proxy', '10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['two proxies', '10.0.0.1', '203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['a header that the source made longer', '10.0.0.1', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['a proxy over IPv6', '::1', '2001:db8::7', '2001:db8::7'],
    ['an IPv4 proxy on an IPv6 socket', '::ffff:10.0.0.1', '::ffff:203.0.113.7', '203.0.113.7'],
    ['a proxy that names nobody', '10.0.0.1', undefined, '10.0.0.1'],
    ['a proxy that names rubbish', '10.0.0.1', '203.0.113.7, unknown', '10.0.0.1']
])('with %s the source is found', (_, remote, forwardedFor, source) => {
    expect(from(remote, forwardedFor)).toBe(source);
});

test('without a connection nothing is known, and nobody is listed', () => {
    expect(sourceAddress({}, new Headers({ 'x-forwarded-for': '203.0.113.7' }), proxies)).toBe('');
    expect(isListed(addressList(['0.0.0.0/0', '::/0']), '')).toBe(false);
});

test.each(['10.0.0', '10.0.0.0/33', '10.0.0.0/x', 'example.com', '::1/129'])('%s is no address', (entry) => {
    expect(() => addressList([entry])).toThrow(entry);
});

test('a source has its burst, then its rate, and does not use up another’s', () => {
    let now = 0;
    const allowed = createRateLimit({ perSecond: 2, burst: 3 }, () => now);
    expect(Array.from({ length: 5 }, () => allowed('one'))).toEqual([true, true, true, false, false]);
    expect(allowed('two')).toBe(true);
    now = 500;
    expect([allowed('one'), allowed('one')]).toEqual([true, false]);
    now = 60_000;
    expect(Array.from({ length: 4 }, () => allowed('one'))).toEqual([true, true, true, false]);
});

test.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::1', false],
    ['2001:db8:1:2::', '2001:db8:1:2:ffff::9', false],
    ['2001:db8::1', '2001:db8:0:0:9::1', false],
    ['2001:db8:1:2::1', '2001:db8:1:3::1', true],
    ['203.0.113.7', '203.0.113.8', true]
])('%s and %s have rates of their own: %s', (one, other, areApart) => {
    const allowed = createRateLimit({ perSecond: 1, burst: 1 }, () => 0);
    expect([allowed(one), allowed(other)]).toEqual([true, areApart]);
});
