/* One property: its verdict, and what there is to show for it. */
class PropertyView {
  constructor(report, result, source) {
    this.report = report;
    this.result = result;
    this.source = source;
    this.network = report.networks[result.network];
    const told = result.counterexample;
    this.story = told && told.steps.length + told.loop.length + told.stuck.length > 0 ? new Story(told) : null;
    this.player = this.story && new Player(this.story, time => this.show(time));
    this.drawing = this.network.drawing ? new Drawing(this.network) : null;
    this.chart = this.story && new Chart(told.chart, this.story, position => this.player.go(position));
    this.tables = new Tables(result, this.story, at => this.link(at));
    this.people = this.story && this.story.frames ? el("tbody") : null;
    this.moved = () => {};
  }

  /** Returns the sections of the property in the order of reading. */
  sections() {
    const beside = el(
      "section",
      {class: "panel source", "aria-label": "Source"},
      el("h3", {}, "Source"),
      this.source.element
    );
    return [
      this.heading(),
      this.player && this.player.element,
      el(
        "div",
        {class: "stage"},
        el("div", {class: "left"}, this.graph(), this.chart && this.sequence()),
        beside
      ),
      this.story && this.story.stuck.length ? this.tables.waits() : null,
      this.result.repairs ? this.tables.repairs() : null,
      this.tables.facts()
    ].filter(Boolean);
  }

  heading() {
    const r = this.result;
    const style = r.verdict === "unknown" ? "unknown" : r.asExpected ? "good" : "bad";
    const told = r.counterexample;
    const title = r.finding
      ? r.finding + "  " + r.headline
      : r.claim + (r.verdict === "unknown" ? " is unknown" : "");
    const claimed = el(
      "p",
      {class: "claimed"},
      r.asExpected ? "As claimed: " : "Claimed: ",
      el("code", {}, r.claim),
      " of ",
      el("code", {}, this.network.name),
      " at ",
      this.link({file: r.file, line: r.claimLine || r.line})
    );
    const says =
      r.verdict === "unknown"
        ? [r.reason]
        : told
          ? told.explanation
          : [
              r.asExpected
                ? "It holds: " + this.tables.coverage() + "."
                : "It holds, though it was claimed not to: " + this.tables.coverage() + "."
            ];
    return el(
      "header",
      {class: "verdict " + style},
      el("h2", {}, mark(r), title),
      claimed,
      ...says.map(sentence => el("p", {class: "says"}, ...withCode(sentence)))
    );
  }

  graph() {
    if (!this.drawing) {
      return el(
        "section",
        {class: "panel graph", "aria-label": "Graph"},
        el("h3", {}, "Graph"),
        el("p", {class: "note"}, this.network.notDrawn)
      );
    }
    const tool = (words, title, act) =>
      el("button", {type: "button", title, "aria-label": title, click: act}, words);
    return el(
      "section",
      {class: "panel graph", "aria-label": "Graph"},
      el("h3", {}, "Graph"),
      el(
        "div",
        {class: "tools"},
        tool("+", "Zoom in", () => this.drawing.zoom(0.75)),
        tool("−", "Zoom out", () => this.drawing.zoom(1.33)),
        tool("Whole", "The whole graph", () => this.drawing.fit()),
        this.story && this.story.cast().size
          ? tool("Story", "Those in the story", () => this.drawing.fitCast())
          : null
      ),
      this.drawing.element,
      this.legend(),
      this.everybody()
    );
  }

  /** Explains the lines that the drawing has, and the colors of the story. */
  legend() {
    const kinds = [
      ["hand", "hand", "hand to hand"],
      ["holds:not(.overwrites):not(.drops)", "holds", "holds letters"],
      ["overwrites", "holds overwrites", "full: replaces the oldest"],
      ["drops", "holds drops", "full: loses the newest"],
      ["call", "call", "call and reply"],
      ["meets", "meets", "barrier"]
    ];
    const sample = style =>
      svgEl(
        "svg",
        {width: 36, height: 12, "aria-hidden": "true"},
        svgEl(
          "g",
          {class: "wire " + style},
          /holds/.test(style) ? svgEl("path", {class: "band", d: "M0 6H36"}) : "",
          svgEl("path", {class: "shaft", d: style === "meets" ? "M0 6H36" : "M0 6H29"}),
          style === "meets" ? "" : svgEl("path", {class: "head", d: "M36 6l-8 -4v8z"})
        )
      );
    return el(
      "p",
      {class: "legend"},
      ...kinds
        .filter(([selector]) => this.drawing.svg.querySelector(".wire." + selector))
        .map(([, style, words]) => el("span", {}, sample(style), words)),
      ...(this.story
        ? [el("span", {class: "gives"}, "gives or acts"), el("span", {class: "takes"}, "takes")]
        : [])
    );
  }

  /** Where everybody is, in words. */
  everybody() {
    if (!this.people) {
      return this.story && this.drawing
        ? el("p", {class: "note"}, "The story is too long to tell where everybody is at each step.")
        : null;
    }
    this.box = el(
      "details",
      {class: "people", toggle: () => this.tellPeople()},
      el("summary", {}, "Where everybody is"),
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el("tr", {}, ...["component", "is at", "", ""].map(word => el("th", {scope: "col"}, word)))
        ),
        this.people
      )
    );
    return this.box;
  }

  tellPeople() {
    const frame = this.box && this.box.open && this.story.frame();
    if (frame) {
      const words = {waits: "", rests: "rests", gone: "", failed: "", error: "error"};
      this.people.replaceChildren(
        ...this.network.desks.map((desk, i) =>
          el(
            "tr",
            {},
            el("th", {scope: "row"}, desk.name),
            el("td", {}, statusOf(frame.desks[i])),
            el("td", {}, words[frame.desks[i].state]),
            el("td", {}, ...frame.desks[i].at.filter(at => at.file).map(at => this.link(at)))
          )
        )
      );
    }
  }

  sequence() {
    return el(
      "section",
      {class: "panel", "aria-label": "Sequence chart"},
      el(
        "h3",
        {},
        "Story",
        this.chart.plain
          ? el(
              "small",
              {},
              " of " + number(this.chart.columns.length) + " components: too many columns for a chart"
            )
          : ""
      ),
      this.chart.element
    );
  }

  link(at) {
    return at && at.file
      ? el(
          "button",
          {type: "button", class: "place", click: () => this.source.show([{...at, who: "", role: "here"}])},
          place(at)
        )
      : "";
  }

  /** Shows where the story is; a letter travels for `time` milliseconds. */
  show(time) {
    const story = this.story;
    const move = story.move();
    if (this.drawing) {
      this.drawing.show(story.frame(), move, story.isEnd() ? story.stuck : []);
      if (move) {
        this.drawing.follow([...move.actors.map(i => "desk-" + i)]);
      }
      this.drawing.travel(time ? move : null, time && move ? this.letter() : "", time);
    }
    this.chart.show(story.at);
    const places = story.places();
    this.source.show(
      places.length ? places : [{file: this.result.file, line: this.result.line, who: "check", role: "here"}]
    );
    this.tellPeople();
    this.moved(story.at);
  }

  letter() {
    const row = this.result.counterexample.chart.rows.find(each => each.step === this.story.at);
    return row && row.kind === "arrow" ? row.text : "";
  }

  /** Brings everything to its first state, once it is in the page. */
  open(position) {
    if (this.drawing) {
      this.drawing.aside(this.story ? this.story.cast() : new Set([...this.drawing.boxes.keys()]));
      this.drawing.open();
    }
    if (this.story) {
      this.player.put(position === null ? (this.story.loops ? 0 : this.story.last) : position, false);
    } else {
      this.source.show([
        {file: this.result.file, line: this.result.claimLine || this.result.line, who: "check", role: "here"}
      ]);
    }
  }
}
