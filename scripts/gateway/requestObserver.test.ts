import { routeOf } from './requestObserver.ts';

test.each([
    ['/call-status', 'call-status'],
    ['/call-status?MOBILE_NO=1', 'call-status'],
    ['/pop?AgentID=1', 'pop'],
    ['/health', 'health'],
    ['/health/ready', 'health'],
    ['/metrics', 'metrics'],
    ['/ConVoxCCS/Agent/bridge.php', 'call-control'],
    ['/ConVoxCCS/Agent/../admin', 'call-control'],
    ['/callers/9876543201', 'other'],
    ['/populate', 'other'],
    ['*', 'other']
])('%s is counted as %s', (url, route) => {
    expect(routeOf(url)).toBe(route);
});
