// A slider over the days of a page that has a form #day with an input "as_of". Without scripts the form and the
// links to the end of each year do the same.
const form = document.getElementById("day");
const day = form?.elements.namedItem("as_of");
const DAY = 24 * 60 * 60 * 1000;

if (day) {
  const number = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
  const iso = (value) => new Date(value * DAY).toISOString().slice(0, 10);
  // The pages write "31 July 2013"; plain "en" would put the month first.
  const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
  const words = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });

  const slider = document.createElement("input");
  slider.type = "range";
  slider.id = "day-slider";
  slider.min = number(form.dataset.first);
  slider.max = Math.max(number(iso(Date.now() / DAY)), number(day.value));
  slider.value = number(day.value);

  const label = document.createElement("label");
  label.htmlFor = slider.id;
  label.textContent = "Move to another day";

  const say = () => {
    const chosen = words.format(new Date(slider.value * DAY));
    slider.setAttribute("aria-valuetext", chosen);
    label.textContent = `Move to another day: ${chosen}`;
  };
  slider.addEventListener("input", () => {
    day.value = iso(Number(slider.value));
    say();
  });
  // Arrow keys fire "change" at every step; the page is asked for once the hand rests.
  let waiting;
  slider.addEventListener("change", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => form.requestSubmit(), 600);
  });
  say();

  const field = document.createElement("div");
  field.className = "field field-wide";
  field.append(label, slider);
  form.append(field);
}
