package org.graphline.maven;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;

/** Lays specifications out anew. */
@Mojo(name = "format", threadSafe = true)
public final class FormatMojo extends GraphlineMojo {
  @Override
  void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
    Formatting.run(this, List.of());
  }
}
