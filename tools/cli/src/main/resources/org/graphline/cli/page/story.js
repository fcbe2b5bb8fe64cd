/* A story as positions: 0 is the start, k follows its k-th step, and one more is the end if somebody is stuck there. */
class Story {
  constructor(counterexample) {
    this.steps = [...counterexample.steps, ...counterexample.loop];
    this.stem = counterexample.steps.length;
    this.loops = counterexample.loop.length > 0;
    this.stuck = counterexample.stuck.filter(waiter => !waiter.rests);
    this.cycle = counterexample.cycle;
    this.moves = counterexample.moves;
    this.frames = counterexample.frames;
    this.last = this.steps.length + (this.stuck.length && !this.loops ? 1 : 0);
    this.at = 0;
    this.rounds = 1;
    this.known = {position: -1, desks: {}, lines: {}};
  }

  /** Reports whether the position is the one after the last step, where those who are stuck are shown. */
  isEnd(position = this.at) {
    return position > this.steps.length;
  }

  move(position = this.at) {
    return position > 0 && !this.isEnd(position) ? this.moves[position - 1] : null;
  }

  next() {
    return this.loops && this.at === this.steps.length ? this.stem + 1 : Math.min(this.at + 1, this.last);
  }

  /** Returns where everybody is at a position, put together from what changes at each step; null if not known. */
  frame(position = this.at) {
    if (!this.frames) {
      return null;
    }
    const wanted = Math.min(position, this.steps.length);
    if (this.known.position > wanted) {
      this.known = {position: -1, desks: {}, lines: {}};
    }
    while (this.known.position < wanted) {
      const changes = this.frames[++this.known.position];
      Object.assign(this.known.desks, changes.desks);
      Object.assign(this.known.lines, changes.lines);
    }
    return this.known;
  }

  /** Returns the places in the source to light at a position. */
  places(position = this.at) {
    return this.isEnd(position)
      ? this.stuck.map(waiter => ({
          who: waiter.instance,
          role: "stuck",
          action: "wants to " + waiter.action,
          ...waiter.location
        }))
      : (this.move(position) || {places: []}).places;
  }

  /** Returns the keys of the desks and trays that have a part in the story. */
  cast() {
    const cast = new Set(this.moves.flatMap(move => move.actors.map(i => "desk-" + i)));
    this.moves.forEach(move => [move.from, move.to].forEach(end => end && cast.add(end.replace(/\.\d+$/, ""))));
    this.stuck.forEach(waiter => cast.add("desk-" + waiter.desk));
    return cast;
  }

  words(position = this.at) {
    if (this.isEnd(position)) {
      return (
        "Stuck: " +
        this.stuck
          .slice(0, 3)
          .map(w => w.instance + " wants to " + w.action)
          .join("; ") +
        (this.stuck.length > 3 ? "; and " + (this.stuck.length - 3) + " more" : "")
      );
    }
    return position === 0 ? "The start: everybody has come to a first wait." : this.steps[position - 1].label;
  }

  count(position = this.at) {
    const all = this.steps.length;
    return position === 0 ? "start" : this.isEnd(position) ? "the end" : "step " + position + " of " + all;
  }
}

/* The buttons that go through a story, and the clock that plays it. */
class Player {
  constructor(story, show) {
    this.story = story;
    this.show = show;
    this.timer = 0;
    this.speed = el(
      "select",
      {id: "speed"},
      ...[0.5, 1, 2, 4, 8].map(factor => el("option", {value: factor, selected: factor === 1}, factor + " ×"))
    );
    this.slider = el("input", {
      type: "range",
      min: 0,
      max: story.last,
      value: 0,
      "aria-label": "Position in the story",
      input: () => this.go(Number(this.slider.value))
    });
    this.where = el("span", {class: "where"});
    this.caption = el("p", {class: "caption", "aria-live": "polite"});
    this.button = this.control("play", "Play", "Space", () => this.toggle());
    this.element = el(
      "div",
      {class: "player", role: "group", "aria-label": "The story, step by step"},
      this.controls(),
      this.track(),
      this.caption
    );
  }

  controls() {
    const jump = this.story.loops
      ? ["To the loop", this.story.stem + 1]
      : this.story.stuck.length
        ? ["To where it is stuck", this.story.last]
        : null;
    return el(
      "div",
      {class: "controls"},
      this.control("start", "To the start", "Home", () => this.go(0)),
      this.control("back", "One step back", "Left", () => this.back()),
      this.button,
      this.control("forward", "One step on", "Right", () => this.forward()),
      this.control("end", "To the end", "End", () => this.go(this.story.last)),
      this.where,
      jump && el("button", {type: "button", class: "jump", click: () => this.go(jump[1])}, jump[0]),
      el("label", {class: "speed", for: "speed"}, "Speed ", this.speed)
    );
  }

  control(name, words, key, act) {
    return el(
      "button",
      {
        type: "button",
        class: "control " + name,
        "aria-label": words,
        title: words + " (" + key + ")",
        click: act
      },
      icon(name)
    );
  }

  track() {
    const percent = position => (100 * position) / Math.max(1, this.story.last);
    const loop =
      this.story.loops &&
      el(
        "span",
        {class: "loop", style: `left:${percent(this.story.stem)}%`},
        el("span", {}, "↺ round and round")
      );
    return el("div", {class: "track"}, this.slider, loop || null);
  }

  go(position, travels = false) {
    this.pause();
    this.put(position, travels);
  }

  put(position, travels) {
    const story = this.story;
    if (story.loops && story.at === story.steps.length && position === story.stem + 1) {
      story.rounds++;
    } else if (position <= story.stem) {
      story.rounds = 1;
    }
    story.at = clamp(position, 0, story.last);
    this.slider.value = story.at;
    const round = story.loops && story.at > story.stem ? ", round " + story.rounds : "";
    this.where.textContent = story.count() + round;
    this.slider.setAttribute("aria-valuetext", story.count() + round + ": " + story.words());
    this.caption.textContent = story.words();
    this.caption.classList.toggle("stuck", story.isEnd());
    this.show(travels ? this.pace() * 0.6 : 0);
  }

  back() {
    this.go(
      this.story.loops && this.story.rounds > 1 && this.story.at === this.story.stem + 1
        ? (this.story.rounds--, this.story.steps.length)
        : this.story.at - 1
    );
  }

  forward() {
    if (this.story.at < this.story.last || this.story.loops) {
      this.go(this.story.next(), true);
    }
  }

  pace() {
    return 1500 / Number(this.speed.value);
  }

  toggle() {
    if (this.timer) {
      this.pause();
      return;
    }
    if (this.story.at === this.story.last && !this.story.loops) {
      this.put(0, false);
    }
    this.face("pause", "Pause");
    const tick = () => {
      this.put(this.story.next(), true);
      this.timer = this.story.at < this.story.last || this.story.loops ? setTimeout(tick, this.pace()) : 0;
      if (!this.timer) {
        this.face("play", "Play");
      }
    };
    this.timer = setTimeout(tick, this.story.at === 0 ? this.pace() / 3 : 0);
  }

  pause() {
    clearTimeout(this.timer);
    this.timer = 0;
    this.face("play", "Play");
  }

  face(name, words) {
    this.button.replaceChildren(icon(name));
    this.button.setAttribute("aria-label", words);
    this.button.title = words + " (Space)";
  }
}
