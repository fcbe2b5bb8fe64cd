package org.graphline.maven;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails if a specification is not laid out as <code>format</code> would do it. Changes nothing. */
@Mojo(name = "check-format", defaultPhase = LifecyclePhase.VALIDATE, threadSafe = true)
public final class CheckFormatMojo extends GraphlineMojo {
  @Override
  void run() throws IOException, InterruptedException, MojoExecutionException, MojoFailureException {
    Formatting.run(this, List.of("--check"));
  }
}
