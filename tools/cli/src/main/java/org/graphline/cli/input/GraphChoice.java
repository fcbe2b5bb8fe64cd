package org.graphline.cli.input;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.graphline.cli.console.World;
import org.graphline.cli.console.WrongUsage;
import org.graphline.model.term.Graph;
import org.graphline.model.term.Program;
import org.graphline.model.value.QualifiedName;

/// Which graph a command is about: `hello.Hello`, or `hello.graphline [Hello] [name=value …]`.
///
/// @param files     the files or folders to look in
/// @param graph     the graph's name, with or without package; empty if it is to be found out
/// @param arguments values by parameter
public record GraphChoice(List<String> files, String graph, Map<String, String> arguments) {
  public GraphChoice {
    files = List.copyOf(files);
    arguments = Map.copyOf(arguments);
  }

  /// Returns what the words of the command line mean. A word that is neither a file nor an argument names a
  /// graph.
  public static GraphChoice read(World world, List<String> words) throws WrongUsage {
    var files = new ArrayList<String>();
    var graphs = new ArrayList<String>();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        String parameter = word.substring(0, equals).strip();
        if (arguments.put(parameter, word.substring(equals + 1).strip()) != null) {
          throw new WrongUsage(parameter + " is given twice");
        }
      } else if (Files.exists(world.resolve(word))) {
        files.add(word);
      } else if (word.indexOf('/') >= 0 || word.endsWith(".graphline")) {
        throw new WrongUsage("there is no file " + word);
      } else {
        graphs.add(word);
      }
    }
    if (graphs.size() > 1) {
      throw new WrongUsage("one graph at a time, not " + String.join(", ", graphs));
    }
    return new GraphChoice(files.isEmpty() ? List.of(".") : files, graphs.isEmpty() ? "" : graphs.getFirst(),
        arguments);
  }

  /// Reports whether the graph could be one of `program`.
  public boolean isIn(Program program, Unit unit) {
    return program.graphs().stream()
        .anyMatch(g -> unit.isGiven(g.span().file()) && (graph.isEmpty() || isMeant(g)));
  }

  /// Returns the graph of `program` that is meant.
  public Graph choose(Program program, Unit unit) throws WrongUsage {
    List<Graph> given = program.graphs().stream().filter(g -> unit.isGiven(g.span().file())).toList();
    if (!graph.isEmpty()) {
      return given.stream().filter(this::isMeant).findFirst()
          .or(() -> program.graphs().stream().filter(this::isMeant)
          .findFirst()).orElseThrow(() -> new WrongUsage("there is no graph " + graph
              + names(program.graphs())));
    }
    Set<QualifiedName> used = new HashSet<>();
    program.graphs().forEach(g -> collectUsed(g.items(), used));
    List<Graph> roots = given.stream().filter(g -> !used.contains(g.name())).toList();
    if (roots.size() != 1) {
      throw new WrongUsage((roots.isEmpty() ? "there is no graph" : "say which graph") + names(roots));
    }
    return roots.getFirst();
  }

  private boolean isMeant(Graph candidate) {
    return candidate.name().toString().equals(graph) || candidate.name().simple().equals(graph);
  }

  private static String names(List<Graph> graphs) {
    return graphs.isEmpty() ? ""
        : "; there is " + graphs.stream().map(g -> g.name().toString()).collect(Collectors.joining(", "));
  }

  private static void collectUsed(List<Graph.Item> items, Set<QualifiedName> used) {
    for (Graph.Item item : items) {
      switch (item) {
        case Graph.Desk desk -> used.add(desk.construct().target());
        case Graph.Replicated replicated -> collectUsed(replicated.items(), used);
        case Graph.Wire _, Graph.BarrierLine _ -> { }
      }
    }
  }
}
