package org.graphline.testing.subject;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.graphline.model.network.Network;
import org.graphline.runtime.Client;
import org.graphline.runtime.Desk;
import org.graphline.runtime.In;
import org.graphline.runtime.Options;
import org.graphline.runtime.Out;
import org.graphline.runtime.Port;
import org.graphline.runtime.Server;
import org.graphline.runtime.Wiring;
import org.graphline.testing.schedule.Subject;

/// One component with every port exposed, so that the test is all its partners.
///
/// @param model its contract, standing alone
/// @param maker makes it
public record LoneComponent(Network model, Supplier<? extends Desk> maker) implements Subject {
  @Override
  public Running start(Options options, Answers java) {
    var wiring = new Wiring(model.graph().simple());
    Desk desk = wiring.add(model.instances().getFirst().name().display(), maker.get());
    Map<String, Port> ports = new HashMap<>();
    Map<String, Type> types = new HashMap<>();
    for (Port port : desk.ports()) {
      Type type = Exposed.declared(desk, port).orElse(Object.class);
      types.put(port.name(), Exposed.first(type));
      ports.put(port.name(), exposed(wiring, port, type, java));
    }
    return new Alone(wiring.start(options), ports, types);
  }

  private record Alone(org.graphline.runtime.Network network, Map<String, Port> ports, Map<String, Type> types)
      implements Running {
    @Override
    public Port port(String name) {
      return ports.get(name);
    }

    @Override
    public Type letters(String name) {
      return types.get(name);
    }
  }

  private static Port exposed(Wiring wiring, Port port, Type type, Answers java) {
    return switch (port) {
      case In<?> in -> feed(wiring, in);
      case Out<?> out -> drain(wiring, out);
      case Server<?, ?> server -> ask(wiring, server);
      case Client<?, ?> client -> answer(wiring, client, type instanceof ParameterizedType generic
          ? generic.getActualTypeArguments()[1] : Object.class, java);
      default -> throw new IllegalArgumentException(port.name() + " cannot be played by a test");
    };
  }

  private static <T> Port feed(Wiring wiring, In<T> in) {
    var inbox = wiring.<T>inbox(in.name());
    wiring.<T>line().from(inbox).to(in);
    return inbox;
  }

  private static <T> Port drain(Wiring wiring, Out<T> out) {
    var outbox = wiring.<T>outbox(out.name());
    wiring.<T>line().from(out).to(outbox);
    return outbox;
  }

  private static <Q, R> Port ask(Wiring wiring, Server<Q, R> server) {
    var caller = wiring.<Q, R>caller(server.name());
    wiring.calls(caller, server);
    return caller;
  }

  @SuppressWarnings("unchecked")
  private static <Q, R> Port answer(Wiring wiring, Client<Q, R> client, Type reply, Answers java) {
    var answerer = wiring.<Q, R>answerer(client.name(), _ -> (R) java.reply(client.name(), reply));
    wiring.calls(client, answerer);
    return answerer;
  }
}
