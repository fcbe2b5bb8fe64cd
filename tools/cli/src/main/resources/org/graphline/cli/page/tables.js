/* What is told of a property in tables: who waits for whom, what was tried, how it was checked. */
class Tables {
  /** `link` makes of a place what leads there. */
  constructor(result, story, link) {
    this.result = result;
    this.story = story;
    this.link = link;
  }

  /** Returns how much was looked at, as `check` says it. */
  coverage() {
    const r = this.result;
    if (r.states === 0 && r.complete) {
      return r.engine ? "proved without looking at states" : "there was nothing to explore";
    }
    const passed = r.passedOver ? " and " + number(r.passedOver) + " passed over" : "";
    return r.complete
      ? "all " + count(r.states, "state") + passed + " looked at"
      : count(r.states, "state") + passed + " looked at, not all";
  }

  waits() {
    const told = this.result.counterexample;
    const many = this.story.stuck.slice(0, 200);
    const rows = many.map(waiter =>
      el(
        "tr",
        {class: told.cycle.includes(waiter.instance) ? "cycle" : ""},
        el("th", {scope: "row"}, waiter.instance),
        el("td", {}, "wants to " + waiter.action),
        el("td", {}, this.link(waiter.location)),
        el("td", {}, waiter.waitsFor.length ? "waits for " + some(waiter.waitsFor) : "")
      )
    );
    const cycle = told.cycle.length
      ? el("p", {class: "cycle"}, "The cycle: ", some([...told.cycle, told.cycle[0]], " waits for ", 12))
      : null;
    const picture = told.waits ? el("div", {class: "picture"}, parseSvg(told.waits)) : null;
    if (picture) {
      picture.firstChild.setAttribute("role", "img");
      picture.firstChild.setAttribute("aria-label", "Who waits for whom; the table says the same.");
    }
    return el(
      "section",
      {class: "panel waits", "aria-label": "Who waits for whom"},
      el("h3", {}, "Who waits for whom at the end"),
      cycle,
      picture,
      el("div", {class: "scroll"}, el("table", {}, el("tbody", {}, ...rows))),
      this.story.stuck.length > many.length
        ? el("p", {class: "note"}, "and " + count(this.story.stuck.length - many.length, "more component"))
        : null
    );
  }

  repairs() {
    const {tried, larger} = this.result.repairs;
    const word = result => el("td", {class: result || ""}, result || "");
    return el(
      "section",
      {class: "panel", "aria-label": "Repairs"},
      el("h3", {}, "Tried for you, each checked again"),
      tried.length === 0
        ? el("p", {class: "note"}, "There was no change to try.")
        : el(
            "div",
            {class: "scroll"},
            el(
              "table",
              {},
              el(
                "thead",
                {},
                el(
                  "tr",
                  {},
                  el("th", {scope: "col"}, "change"),
                  el("th", {scope: "col"}, "at"),
                  el("th", {scope: "col"}, "as asked"),
                  el("th", {scope: "col"}, larger ? "with " + larger : "with larger numbers"),
                  el("th", {scope: "col"}, "")
                )
              ),
              el(
                "tbody",
                {},
                ...[...tried]
                  .sort((a, b) => rank(a) - rank(b))
                  .map(row =>
                    el(
                      "tr",
                      {},
                      el("th", {scope: "row"}, el("code", {}, row.change)),
                      el("td", {}, this.link(placed(row.place))),
                      word(row.asked),
                      word(row.larger),
                      el("td", {}, row.asked === "holds" && row.larger === "fails" ? "only moves it" : "")
                    )
                  )
              )
            )
          )
    );
  }

  facts() {
    const r = this.result;
    const depends = r.counterexample ? r.counterexample.dependsOn : [];
    const row = (name, value) =>
      value === "" || value === null ? "" : el("div", {}, el("dt", {}, name), el("dd", {}, value));
    return el(
      "section",
      {class: "panel facts", "aria-label": "How it was checked"},
      el("h3", {}, "How it was checked"),
      el(
        "dl",
        {},
        row("Engine", r.engine || "none"),
        row("Coverage", this.coverage()),
        row("Transitions", number(r.transitions)),
        row("Depth", number(r.depth)),
        row("Memory", r.bytesPerState ? number(Math.round(r.bytesPerState)) + " bytes per state" : ""),
        row("Time", r.seconds + " s"),
        row(
          "Certainty",
          r.certainty
            ? r.certainty + depends.map(d => ", depends on " + d.what + " at " + place(d.location)).join("")
            : ""
        ),
        row(
          "Shortest",
          r.counterexample ? (r.counterexample.shortest ? "yes, no shorter story is possible" : "not known") : ""
        ),
        row("Step through it", r.trace ? el("code", {}, "graphline play " + r.trace) : ""),
        row("What it means", r.finding ? el("code", {}, "graphline explain " + r.finding.replace(/-.*/, "")) : "")
      ),
      el("h4", {}, r.verdict === "holds" ? "Taken for granted" : "The check takes for granted"),
      r.assumptions.length
        ? el("ul", {}, ...r.assumptions.map(words => el("li", {}, ...withCode(words))))
        : el("p", {}, "nothing")
    );
  }
}

/** Returns repairs that hold first, those that only move the deadlock after them. */
function rank(row) {
  return row.asked !== "holds" ? 3 : row.larger === "fails" ? 2 : row.larger === "unknown" ? 1 : 0;
}

function some(names, between = ", ", most = 8) {
  return names.length <= most
    ? names.join(between)
    : names.slice(0, most).join(between) + " … (" + names.length + " in all)";
}

/** Returns a sentence with what stands between backticks as code. */
function withCode(sentence) {
  return sentence
    .split("`")
    .map((part, i, all) => (i % 2 && i < all.length - 1 ? el("code", {}, part) : i % 2 ? "`" + part : part));
}

/** Returns the place that `farm.graphline:25` means. */
function placed(text) {
  const [, file, line] = /^(.*):(\d+)$/.exec(text) || [];
  return {file, line: Number(line)};
}
