import { createElement } from 'lwc';
import { session } from '../platform/session.ts';
import Desk from 'console/desk';

document.body.append(createElement('console-desk', { is: Desk }));

if (session.liveReload) {
    new EventSource('/console/reload').addEventListener('reload', () => location.reload());
}
