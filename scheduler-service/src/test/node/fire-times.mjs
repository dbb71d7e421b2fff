// Fire times by plain arithmetic on luxon's offsets; shares neither code nor time zone rules with the service.
// Reads a file of lines {zone, cases: [{from, to, transition, schedules: [...]}]} and prints a line for each.
// Instants are seconds since 1970; local times are the seconds that they would be in UTC.
import { createInterface } from 'node:readline';
import { createReadStream } from 'node:fs';
import { IANAZone } from 'luxon';

const DAY = 86_400;
const HOUR = 3_600;

let zone;
/** What was asked of a zone before: luxon's answers take nearly all of the time, and schedules share their days. */
let known;
const knownOfZones = new Map();

/** Several names of one zone share what is known: Node has one set of rules for them. */
function choose(name) {
  zone = IANAZone.create(name);
  const canonical = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  if (!knownOfZones.has(canonical)) knownOfZones.set(canonical, new Map());
  known = knownOfZones.get(canonical);
}

function offset(instant) {
  let seconds = known.get(instant);
  if (seconds === undefined) {
    seconds = Math.round(zone.offset(instant * 1000) * 60);
    known.set(instant, seconds);
  }
  return seconds;
}

/** The first instant at which the wall clock shows a local time or a later one. */
function resolve(local, nearby) {
  const shown = nearby.map((seconds) => local - seconds).filter((instant) => instant + offset(instant) === local);
  if (shown.length > 0) return Math.min(...shown);
  let before = local - 2 * DAY;
  let after = local + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offset(middle) >= local) after = middle;
    else before = middle;
  }
  return after;
}

const monthLength = (date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** The local times of a schedule on a day, as seconds after midnight. */
function timesOn(day, schedule) {
  const date = new Date(day * 1000);
  switch (schedule.kind) {
    case 'HOURLY': {
      const times = [];
      for (let hour = 0; hour < 24; hour += schedule.everyHours) times.push(hour * HOUR + schedule.minute * 60);
      return times;
    }
    case 'DAILY':
      return [schedule.at];
    case 'WEEKLY':
      return (date.getUTCDay() + 6) % 7 === schedule.dayOfWeek - 1 ? [schedule.at] : [];
    case 'MONTHLY': {
      const length = monthLength(date);
      const wanted = schedule.dayOfMonth === 'LAST' ? length : schedule.dayOfMonth;
      const number = wanted > length && schedule.shortMonths === 'LAST_DAY' ? length : wanted;
      return date.getUTCDate() === number ? [schedule.at] : [];
    }
    default:
      throw new Error(`unknown kind ${schedule.kind}`);
  }
}

function fireTimes(from, to, schedule) {
  const found = new Set();
  const firstDay = Math.floor(from / DAY) * DAY - 2 * DAY;
  for (let day = firstDay; day <= to + 2 * DAY; day += DAY) {
    const times = timesOn(day, schedule);
    if (times.length === 0) continue;
    const nearby = [...new Set([-DAY, 0, DAY / 2, DAY, 2 * DAY].map((seconds) => offset(day + seconds)))];
    for (const time of times) {
      const instant = resolve(day + time, nearby);
      if (instant > from && instant < to) found.add(instant);
    }
  }
  return [...found].sort((one, other) => one - other);
}

for await (const line of createInterface({ input: createReadStream(process.argv[2]) })) {
  const request = JSON.parse(line);
  if (!IANAZone.isValidZone(request.zone)) {
    console.log(JSON.stringify({ zone: request.zone, known: false, offsets: [], cases: [] }));
    continue;
  }
  choose(request.zone);
  const cases = request.cases.map((each) => ({
    offsets: each.probes.map(offset),
    fireTimes: each.schedules.map((schedule) => fireTimes(schedule.from, schedule.to, schedule)),
  }));
  console.log(JSON.stringify({ zone: request.zone, known: true, offsets: request.probes.map(offset), cases }));
}
