package org.graphline.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;

/// What this JVM was told about memory.
final class Memory {
  private Memory() {}

  /// Returns how many bytes it may use outside its heap, or 0 if nothing was said of it.
  static long outsideHeap() {
    var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    return machine == null ? 0 : Long.parseLong(machine.getVMOption("MaxDirectMemorySize").getValue());
  }
}
