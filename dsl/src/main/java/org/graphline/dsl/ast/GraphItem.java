package org.graphline.dsl.ast;

import java.util.List;
import java.util.Optional;
import org.graphline.model.source.Span;

/// What can stand in a graph.
public sealed interface GraphItem {

  /// Returns the place of the whole item.
  Span span();

  /// A port of the graph itself.
  record Exposed(Port port, Span span) implements GraphItem {}

  /// `canvas = Canvas();` or `w[i] = Worker(i);`
  record Desk(Optional<String> doc, Name name, Optional<Expression> index, Instance instance, Span span)
      implements GraphItem {}

  /// `a.x -> b.y ->[4] c.z;`: there is one arrow between each two neighboring stations.
  record Wire(List<Station> stations, List<Arrow> arrows, Span span) implements GraphItem {
    public Wire {
      stations = List.copyOf(stations);
      arrows = List.copyOf(arrows);
      if (arrows.size() != stations.size() - 1) {
        throw new AssertionError("stations and arrows do not fit at " + span);
      }
    }
  }

  /// `barrier tick: (a.tick, w[*].tick);`
  record Meeting(Name name, List<Reference> members, Span span) implements GraphItem {
    public Meeting {
      members = List.copyOf(members);
    }
  }

  /// `for i in a..b { … }`
  record Replicated(Name name, Range range, List<GraphItem> items, Span span) implements GraphItem {
    public Replicated {
      items = List.copyOf(items);
    }
  }

  /// One side of an arrow: one end, or several in parentheses.
  record Station(List<End> ends, Span span) {
    public Station {
      ends = List.copyOf(ends);
    }
  }

  /// One end of a wire.
  sealed interface End {

    /// Returns the place of the end.
    Span span();

    /// A desk made on the spot: `Filter()`.
    record Fresh(Instance instance, Span span) implements End {}

    /// A desk or port by name: `canvas.strokes`.
    record Existing(Reference reference, Span span) implements End {}
  }

  /// `->` or `->[any, 4]`
  record Arrow(List<LineOption> options, Span span) {
    public Arrow {
      options = List.copyOf(options);
    }
  }

  /// What stands in the brackets of an arrow.
  sealed interface LineOption {

    /// Returns the place of the option.
    Span span();

    /// `any`
    record Any(Span span) implements LineOption {}

    /// `all`
    record All(Span span) implements LineOption {}

    /// `4`
    record Capacity(Expression size, Span span) implements LineOption {}

    /// `overwriting 1`
    record Overwriting(Expression size, Span span) implements LineOption {}

    /// `dropping 8`
    record Dropping(Expression size, Span span) implements LineOption {}
  }
}
