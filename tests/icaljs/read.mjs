// Reads a calendar with ical.js, the parser that Thunderbird uses, and writes what it understood.
import ICAL from "ical.js";

let text = "";
for await (const piece of process.stdin) text += piece;

const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);

const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return {
    uid: event.uid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue("status"),
    summary: event.summary,
    zone: event.startDate.zone.tzid,
    start: event.startDate.toUnixTime(),
    end: event.endDate.toUnixTime(),
  };
});
console.log(JSON.stringify(events));
