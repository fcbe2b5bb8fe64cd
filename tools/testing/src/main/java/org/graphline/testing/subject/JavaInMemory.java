package org.graphline.testing.subject;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Java source compiled in memory and the classes that came of it.
final class JavaInMemory extends ClassLoader {
  private static final List<String> OPTIONS = List.of("-proc:none", "-parameters");

  private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();

  private JavaInMemory() {
    super(JavaInMemory.class.getClassLoader());
  }

  /// Returns the classes of `sources`, by path.
  ///
  /// @throws AssertionError with javac's words if they do not compile
  static JavaInMemory compile(Map<String, String> sources) {
    JavaInMemory loader = new JavaInMemory();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    var words = new StringWriter();
    List<JavaFileObject> units = sources.entrySet().stream().<JavaFileObject>map(
        source -> new Source(source.getKey(), source.getValue())).toList();
    var files = loader.new Files(javac.getStandardFileManager(null, null, null));
    if (!javac.getTask(words, files, null, OPTIONS, null, units).call()) {
      throw new AssertionError(words + "\n" + numbered(sources, words.toString()));
    }
    return loader;
  }

  private static String numbered(Map<String, String> sources, String words) {
    var text = new StringBuilder();
    sources.forEach((path, source) -> {
      if (words.contains(path)) {
        text.append("==== ").append(path).append('\n');
        int[] line = {1};
        source.lines().forEach(l -> text.append("%4d  %s%n".formatted(line[0]++, l)));
      }
    });
    return text.toString();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ByteArrayOutputStream bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes.toByteArray(), 0, bytes.size());
  }

  /// The text of one file.
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(URI.create("string:///" + path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /// Keeps what javac writes.
  private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    Files(JavaFileManager standard) {
      super(standard);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
        FileObject sibling) throws IOException {
      return new SimpleJavaFileObject(URI.create("bytes:///" + name), kind) {
        @Override
        public OutputStream openOutputStream() {
          var bytes = new ByteArrayOutputStream();
          classes.put(name, bytes);
          return bytes;
        }
      };
    }
  }
}
