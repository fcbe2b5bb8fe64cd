package org.graphline.model.network;

/// A port element of an instance.
///
/// @param instance position among the network's instances
/// @param element  position among the behavior's port elements
public record End(int instance, int element) {}
