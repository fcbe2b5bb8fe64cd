package org.graphline.checker.product;

import java.util.List;

/// An offer without its labels and without what the field that leads becomes: what is looked at once for all offers that
/// differ in nothing else. Equal where guards and other updates are the same objects, which is quickly seen: offers that
/// are made together share them. Others that say the same in other objects count as different.
public final class LeadlessOffer {
  private final List<Clause> guard;
  private final Update[] others;
  private final int hash;

  private LeadlessOffer(List<Clause> guard, Update[] others) {
    this.guard = guard;
    this.others = others;
    int all = System.identityHashCode(guard);
    for (Update update : others) {
      all = 31 * all + System.identityHashCode(update);
    }
    this.hash = all;
  }

  /// Returns what is left of `offer` without the field `lead`, which leads it.
  public static LeadlessOffer of(Offer offer, int lead) {
    List<Update> updates = offer.updates();
    int count = 0;
    for (int i = 0; i < updates.size(); i++) {
      count += isSet(updates.get(i), lead) ? 0 : 1;
    }
    var others = new Update[count];
    int next = 0;
    for (int i = 0; i < updates.size(); i++) {
      if (!isSet(updates.get(i), lead)) {
        others[next++] = updates.get(i);
      }
    }
    return new LeadlessOffer(offer.guard(), others);
  }

  private static boolean isSet(Update update, int lead) {
    return update instanceof Update.Set set && set.field() == lead;
  }

  /// Returns the update that sets the field `lead`; `null` if there is none or more than one.
  public static Update.Set set(Offer offer, int lead) {
    Update.Set only = null;
    List<Update> updates = offer.updates();
    for (int i = 0; i < updates.size(); i++) {
      if (updates.get(i) instanceof Update.Set set && set.field() == lead) {
        if (only != null) {
          return null;
        }
        only = set;
      }
    }
    return only;
  }

  /// Reports whether the guard or another update asks for the value of the field `lead`, or changes it.
  public boolean speaksOf(int lead) {
    for (Clause clause : guard) {
      if (speaksOf(clause.atoms(), lead)) {
        return true;
      }
    }
    for (Update update : others) {
      if (update.field() == lead || update instanceof Update.Via via && via.source() == lead
          || update instanceof Update.Clear clear && speaksOf(clear.when(), lead)) {
        return true;
      }
    }
    return false;
  }

  private static boolean speaksOf(List<Atom> atoms, int field) {
    for (Atom atom : atoms) {
      if (atom.field() == field) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof LeadlessOffer that) || hash != that.hash || guard != that.guard
        || others.length != that.others.length) {
      return false;
    }
    for (int i = 0; i < others.length; i++) {
      if (others[i] != that.others[i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
