import { formatsOf } from './localeFormats.ts';

test.each([
    ['en-US', 'M/d/yyyy', 'MMM d, yyyy', 'h:mm a'],
    ['en-IN', 'dd/MM/yyyy', 'd MMM yyyy', 'h:mm a'],
    ['en-GB', 'dd/MM/yyyy', 'd MMM yyyy', 'HH:mm'],
    ['hi-IN', 'd/M/yyyy', 'd MMM yyyy', 'h:mm a']
])('a user of the locale %s writes dates as %s and %s, and times as %s', (locale, short, medium, time) => {
    const formats = formatsOf(locale);
    expect(formats['dateTime.shortDateFormat']).toBe(short);
    expect(formats['dateTime.mediumDateFormat']).toBe(medium);
    expect(formats['dateTime.shortTimeFormat']).toBe(time);
    expect(formats['dateTime.shortDateTimeFormat']).toBe(`${short}, ${time}`);
});
