package org.graphline.checker.reduction;

import java.util.List;
import java.util.Set;
import org.graphline.model.property.Property;

/// The ways to leave out states, and the properties that each preserves where it is made for them.
public enum Technique {
  /// [Confluence] and [ConfluentSpace].
  CONFLUENCE(Set.of(Property.DeadlockFree.class, Property.ErrorFree.class, Property.Always.class, Property.Never.class,
      Property.LivelockFree.class, Property.Terminates.class, Property.ShutsDown.class, Property.LeadsTo.class,
      Property.Can.class, Property.Cannot.class)),
  /// [StubbornSearch], which keeps the steps.
  STUBBORN_SEARCH(CONFLUENCE.preserved),
  /// [StubbornSpace], which passes over states.
  STUBBORN_SPACE(Set.of(Property.DeadlockFree.class, Property.ErrorFree.class, Property.Always.class,
      Property.Never.class)),
  /// [Symmetry]: what names nobody.
  SYMMETRY(Set.of(Property.DeadlockFree.class, Property.ErrorFree.class));

  private final Set<Class<? extends Property>> preserved;

  Technique(Set<Class<? extends Property>> preserved) {
    this.preserved = preserved;
  }

  /// Reports whether all of `properties` have the same answers without the states left out.
  public boolean preserves(List<Property> properties) {
    return properties.stream().allMatch(p -> preserved.contains(p.getClass()));
  }
}
