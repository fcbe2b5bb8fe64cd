package org.graphline.maven.fork;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;

/// The memory of the machine, or of the control group.
public final class Memory {
  private Memory() {}

  /// Returns half of it in bytes, which the launcher also lets states take outside the heap; empty if it is not known.
  public static OptionalLong half() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
        && system.getTotalMemorySize() > 0 ? OptionalLong.of(system.getTotalMemorySize() / 2) : OptionalLong.empty();
  }
}
