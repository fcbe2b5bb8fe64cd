/* The page: a list of properties, one of which is shown; the part after # says which, and where in its story. */
const report = JSON.parse(document.getElementById("report").textContent);
const source = new Source(report.sources);
const results = new Map(report.results.map(result => [result.id, result]));
const main = document.getElementById("main");
const nav = document.getElementById("properties");
let view = null;
let writing = 0;

function summary() {
  const unknown = report.results.filter(r => r.verdict === "unknown").length;
  const wrong = report.results.filter(r => r.verdict !== "unknown" && !r.asExpected).length;
  const all = report.results.length;
  const words =
    (all === 1 ? "1 property" : number(all) + " properties") +
    ": " +
    number(all - wrong - unknown) +
    " as expected" +
    (wrong ? ", " + number(wrong) + " not" : "") +
    (unknown ? ", " + number(unknown) + " unknown" : "");
  document.getElementById("summary").append(words, el("small", {}, "Graphline " + report.version));
  document.title = "Graphline: " + words;
}

/** The list, by graph. */
function list() {
  const groups = new Map();
  for (const result of report.results) {
    const key = result.network + " " + result.file + ":" + result.line;
    groups.set(key, [...(groups.get(key) || []), result]);
  }
  if (report.results.length > 8) {
    nav.append(
      el(
        "label",
        {class: "filter"},
        el("input", {
          type: "checkbox",
          change: event => nav.classList.toggle("only-wrong", event.target.checked)
        }),
        " only what is not as expected"
      )
    );
  }
  for (const group of groups.values()) {
    const wrong = group.some(r => !r.asExpected);
    const [first] = group;
    nav.append(
      el(
        "section",
        {class: wrong ? "" : "fine"},
        el(
          "h2",
          {},
          report.networks[first.network].name,
          el("small", {}, place(first) + (first.scenario ? "  " + first.scenario : ""))
        ),
        el("ul", {}, ...group.map(entry))
      )
    );
  }
  nav.append(diagnostics());
}

function entry(result) {
  return el(
    "li",
    {class: result.asExpected ? "fine" : ""},
    el(
      "a",
      {href: "#" + result.id},
      mark(result),
      el("span", {class: "claim"}, result.claim),
      el("small", {}, result.finding || (result.verdict === "unknown" ? "unknown" : ""))
    )
  );
}

function diagnostics() {
  return report.diagnostics.length === 0
    ? ""
    : el(
        "section",
        {class: "diagnostics"},
        el("h2", {}, "Diagnostics"),
        el(
          "ul",
          {},
          ...report.diagnostics.map(d =>
            el(
              "li",
              {class: d.severity},
              el("strong", {}, d.severity + " " + d.code),
              " ",
              place(d),
              el("p", {}, d.message),
              d.help ? el("p", {class: "help"}, d.help) : ""
            )
          )
        )
      );
}

/** Returns what the part after # asks for: a property, and a position or null. */
function wanted() {
  const [id, at] = decodeURIComponent(location.hash.slice(1)).split("/");
  const result = results.get(id) || report.results.find(r => !r.asExpected) || report.results[0];
  return {
    result,
    position: results.has(id) && /^\d+$/.test(at || "") ? Number(at) : at === "end" ? Infinity : null
  };
}

function route() {
  clearTimeout(writing);
  const {result, position} = wanted();
  if (!result) {
    main.replaceChildren(
      el(
        "p",
        {class: "note"},
        report.diagnostics.length ? "Nothing was checked: see the diagnostics." : "Nothing was checked."
      )
    );
    return;
  }
  if (view && view.result === result) {
    if (view.story && position !== null && position !== view.story.at) {
      view.player.go(Math.min(position, view.story.last));
    }
    return;
  }
  if (view && view.player) {
    view.player.pause();
  }
  view = new PropertyView(report, result, source);
  main.replaceChildren(...view.sections());
  nav.querySelectorAll("a").forEach(a => {
    const chosen = a.getAttribute("href") === "#" + result.id;
    a.toggleAttribute("aria-current", chosen);
    if (chosen) {
      a.setAttribute("aria-current", "page");
      // not scrollIntoView: Tab would go on from there
      nav.scrollTop = clamp(nav.scrollTop, a.offsetTop + a.offsetHeight - nav.clientHeight, a.offsetTop);
    }
  });
  view.open(position === null ? null : Math.min(position, view.story ? view.story.last : 0));
  view.moved = at => remember("#" + result.id + "/" + at);
}

/** Keeps the place in the address; browsers allow that only so often. */
function remember(hash) {
  clearTimeout(writing);
  writing = setTimeout(() => history.replaceState(null, "", hash), 200);
}

function choose(by) {
  const at = report.results.indexOf(view.result);
  const next = report.results[(at + by + report.results.length) % report.results.length];
  location.hash = "#" + next.id;
}

function key(event) {
  const target = event.target;
  if (
    event.altKey ||
    event.ctrlKey ||
    event.metaKey ||
    !view ||
    /^(SELECT|TEXTAREA)$/.test(target.tagName) ||
    (target.tagName === "INPUT" && (target.type !== "range" || !/^( |n|p)$/.test(event.key)))
  ) {
    return;
  }
  const player = view.player;
  const presses = /^(BUTTON|A|SUMMARY)$/.test(target.tagName);
  const acts = {
    ArrowRight: player && (() => player.forward()),
    ArrowLeft: player && (() => player.back()),
    " ": player && !presses && (() => player.toggle()),
    Home: player && (() => player.go(0)),
    End: player && (() => player.go(view.story.last)),
    n: () => choose(1),
    p: () => choose(-1),
    "+": view.drawing && (() => view.drawing.zoom(0.75)),
    "=": view.drawing && (() => view.drawing.zoom(0.75)),
    "-": view.drawing && (() => view.drawing.zoom(1.33)),
    0: view.drawing && (() => view.drawing.fit())
  };
  const act = Object.hasOwn(acts, event.key) && acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
}

/** On paper: the whole graph, all rows, and of the source what is near the story. */
function toPaper() {
  if (view) {
    const story = view.story;
    if (view.drawing) {
      const {w, h} = view.drawing.whole;
      view.kept = view.drawing.view;
      view.drawing.set(view.drawing.whole);
      view.drawing.element.style.setProperty(
        "--paper",
        `min(${Math.ceil(h)}px, ${((100 * h) / w).toFixed(1)}vw)`
      );
    }
    if (story) {
      view.chart.render(story.steps.length <= 1000);
      source.print(
        [
          ...story.moves.slice(0, 1000).flatMap(move => move.places),
          ...story.stuck.map(waiter => waiter.location)
        ],
        story.places()
      );
    } else {
      source.print([{file: view.result.file, line: view.result.line}], []);
    }
  }
}

function fromPaper() {
  if (view && view.drawing) {
    view.drawing.set(view.kept || view.drawing.whole);
  }
  if (view && view.story) {
    view.chart.render();
    source.show(view.story.places());
  }
}

summary();
list();
route();
addEventListener("hashchange", route);
addEventListener("keydown", key);
addEventListener("beforeprint", toPaper);
addEventListener("afterprint", fromPaper);
