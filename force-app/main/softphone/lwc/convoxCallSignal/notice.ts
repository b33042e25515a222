import heading from '@salesforce/label/c.ConVox_ScreenPop_Heading';

/** Whether this browser can show notifications and lets this site show them. */
export function mayNotify(): boolean {
    return 'Notification' in window && Notification.permission === 'granted';
}

/** Asks the user, which browsers allow in answer to a press only. Resolves to whether notifications are shown. */
export async function askToNotify(): Promise<boolean> {
    return 'Notification' in window && (await Notification.requestPermission()) === 'granted';
}

/** Shows who is calling, one notification for all calls; a press brings the console to the front. Gives what takes it away. */
export function notify(caller: string): () => void {
    const notice = new Notification(caller, { body: heading, tag: 'convox-call', requireInteraction: true });
    notice.onclick = () => window.focus();
    return () => notice.close();
}
