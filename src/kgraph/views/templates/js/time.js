// The time bar: how many facts fall in each month, quarter or year, with a handle at each end, and a day to look back from.
const MONTHS = { month: 1, quarter: 3, year: 12 };
const times = facts.filter(({ fact }) => isTold(fact) && fact.time).map(({ fact }) => fact.time);
const monthNumber = (time) => Number(time.slice(0, 4)) * 12 + Number(time.slice(5, 7) || 1) - 1;
const monthText = (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
const endOf = (time) => (time.length === 4 ? `${time}-12` : time);
// Not by Math.min(...): so many arguments would not fit on the stack of a large network.
const firstMonth = monthNumber(times.reduce((a, b) => (b < a ? b : a), times[0] ?? "0000"));
const lastMonth = times.reduce((last, time) => Math.max(last, monthNumber(endOf(time))), firstMonth);
const span = lastMonth - firstMonth + 1;
const step = span <= 36 ? MONTHS.month : span <= 144 ? MONTHS.quarter : MONTHS.year;
const origin = Math.floor(firstMonth / step) * step;
const binCount = Math.floor((lastMonth - origin) / step) + 1;
const binOf = (time) => Math.min(binCount - 1, Math.max(0, Math.floor((monthNumber(time) - origin) / step)));
const startOfBin = (bin) => (step === MONTHS.year ? monthText(origin + bin * step).slice(0, 4) : monthText(origin + bin * step));
const endOfBin = (bin) => (step === MONTHS.year ? startOfBin(bin) : monthText(origin + bin * step + step - 1));
const [low, high] = [byId("since"), byId("until")];

const binsChosen = () => [state.since ? binOf(state.since) : 0, lastDay() ? binOf(endOf(lastDay())) : binCount - 1];

function svg(name, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const binCounts = new Array(binCount).fill(0);
for (const time of times) binCounts[binOf(time)] += 1;
const fullest = Math.max(...binCounts, 1);

function drawBars() {
  const [from, to] = binsChosen();
  const bars = binCounts.map((count, bin) => {
    const height = count ? 2 + (26 * count) / fullest : 0;
    const title = svg("title", {}, `${dateText(startOfBin(bin))}: ${count}`);
    return svg("rect", { x: bin + 0.08, y: 28 - height, width: 0.84, height, class: bin >= from && bin <= to ? "in" : "out" }, title);
  });
  byId("bars").setAttribute("viewBox", `0 0 ${binCount} 28`);
  byId("bars").replaceChildren(...bars);
}

function timeWords() {
  if (state.asOf) return word("time.asof", { date: dateText(state.asOf) });
  if (!state.since && !state.until) return word("time.all");
  return [state.since, state.until].map((date) => (date ? dateText(date) : "…")).join(" – ");
}

function showTime() {
  const [from, to] = binsChosen();
  [low.value, high.value] = [from, to];
  low.setAttribute("aria-valuetext", dateText(startOfBin(from)));
  high.setAttribute("aria-valuetext", dateText(endOfBin(to)));
  byId("as-of").value = /^\d{4}-\d\d-\d\d$/.test(state.asOf) ? state.asOf : "";
  byId("time-words").textContent = timeWords();
  byId("all-time").hidden = timeText() === "";
  drawBars();
}

// A handle that is pushed beyond the other takes it along; at the ends of the bar there is no bound.
function slide({ target }) {
  const [from, to] = target === low ? [Number(low.value), Math.max(Number(low.value), Number(high.value))] : [Math.min(Number(low.value), Number(high.value)), Number(high.value)];
  setTime(from > 0 ? startOfBin(from) : "", to < binCount - 1 ? endOfBin(to) : "", "");
}

function setTime(since, until, asOf) {
  Object.assign(state, { since, until, asOf });
  changed();
}

function startTime() {
  byId("times").hidden = times.length === 0;
  low.max = high.max = binCount - 1;
  low.addEventListener("input", slide);
  high.addEventListener("input", slide);
  byId("as-of").addEventListener("change", ({ target }) => setTime("", "", target.value));
  byId("all-time").onclick = () => setTime("", "", "");
  byId("times").open = innerWidth > 760;
}
