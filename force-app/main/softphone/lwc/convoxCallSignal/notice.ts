import heading from '@salesforce/label/c.ConVox_ScreenPop_Heading';

/**
 * Tells whether this browser shows notifications of this site, now and whenever that changes. Lightning Web Security has the
 * constructor alone: `Notification.permission` is undefined there.
 */
export async function followPermission(tell: (isGranted: boolean) => void): Promise<void> {
    if (!('Notification' in window)) {
        tell(false);
        return;
    }
    const status = await navigator.permissions.query({ name: 'notifications' });
    const look = (): void => tell(status.state === 'granted');
    status.onchange = look;
    look();
}

/** Asks the user where the page may ask, which browsers allow in answer to a press only and Lightning Web Security not at all. */
export function askToNotify(): void {
    if ('Notification' in window) {
        Notification.requestPermission?.();
    }
}

/**
 * Shows who is calling, where the browser has and the user allows it: one notification for all calls; a press brings the
 * console to the front. Gives what takes it away.
 */
export function notify(caller: string): () => void {
    if (!('Notification' in window)) {
        return () => undefined;
    }
    const notice = new Notification(caller, { body: heading, tag: 'convox-call', requireInteraction: true });
    notice.onclick = () => window.focus();
    return () => notice.close();
}
