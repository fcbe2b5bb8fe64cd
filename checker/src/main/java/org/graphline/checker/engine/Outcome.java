package org.graphline.checker.engine;

import java.util.Map;
import org.graphline.checker.verdict.Statistics;
import org.graphline.model.property.Property;

/// What an engine found out about some properties.
public record Outcome(Map<Property, Judgement> judgements, Statistics statistics) {
  public Outcome {
    judgements = Map.copyOf(judgements);
  }
}
