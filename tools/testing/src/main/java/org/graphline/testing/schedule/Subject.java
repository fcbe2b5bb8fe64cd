package org.graphline.testing.schedule;

import java.lang.reflect.Type;
import org.graphline.model.network.Network;
import org.graphline.runtime.Options;
import org.graphline.runtime.Port;

/// What is run beside its model, as often as it takes.
public interface Subject {
  /// Returns the model of it.
  Network model();

  /// Starts it anew.
  ///
  /// @param java what is asked where the program leaves an answer to Java
  Running start(Options options, Answers java);

  /// One run.
  interface Running {
    org.graphline.runtime.Network network();

    /// Returns the exposed port called `name`, `pen[0]`.
    Port port(String name);

    /// Returns the type of the letters or requests at an exposed port.
    Type letters(String name);
  }

  /// Answers for Java, so that the model can have given them.
  interface Answers {
    /// Returns what a function answers to the component on whose thread it is called.
    Object result(Type type);

    /// Returns what the environment answers at an exposed port.
    Object reply(String port, Type type);
  }
}
