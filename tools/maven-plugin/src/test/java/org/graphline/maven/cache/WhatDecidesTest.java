package org.graphline.maven.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an answer is remembered by, and who may write it.
@SuppressWarnings("try") // locks are held, not used
class WhatDecidesTest {
  @TempDir
  private Path folder;

  @Test void partsAreToldFromTheirNeighbors() {
    assertThat(new Fingerprint().add("ab").add("c").hex()).isNotEqualTo(new Fingerprint().add("a").add("bc").hex());
    assertThat(new Fingerprint().add("ab").add("").hex()).isNotEqualTo(new Fingerprint().add("ab").hex());
  }

  @Test void contentsAndNamesOfAllSpecificationsDecide() throws IOException {
    write("inn/inn.graphline", "package inn;");
    String before = key();
    write("inn/notes.txt", "not a specification");
    assertThat(key()).isEqualTo(before);
    write("target/other.graphline", "package target;"); // an import may lead there
    String after = key();
    assertThat(after).isNotEqualTo(before);
    Files.move(folder.resolve("target/other.graphline"), folder.resolve("target/moved.graphline"));
    assertThat(key()).isNotEqualTo(after);
  }

  @Test void anAnswerThatReadSpecificationsElsewhereDependsOnMore() throws IOException {
    write("src/inn.graphline", "package inn;");
    Sources sources = Sources.read(folder.resolve("src"));
    assertThat(sources.coverAll(List.of("src/inn.graphline", "src/a/../b.graphline"), folder)).isTrue();
    assertThat(sources.coverAll(List.of("src/inn.graphline", "src/../other.graphline"), folder)).isFalse();
    assertThat(sources.coverAll(List.of("/elsewhere/inn.graphline"), folder)).isFalse();
  }

  @Test void theBytesOfTheToolDecideUnlessItsVersionStandsForThem() throws IOException {
    write("some.jar", "one");
    Path jar = folder.resolve("some.jar");
    List<ToolIdentity.Part> own = List.of(new ToolIdentity.Part("org.graphline:graphline-cli:1.0", jar, false));
    List<ToolIdentity.Part> snapshot = List.of(new ToolIdentity.Part("com.acme:a:1-SNAPSHOT", jar, true));
    List<ToolIdentity.Part> released = List.of(new ToolIdentity.Part("com.acme:a:1", jar, false));
    List<String> before = List.of(ToolIdentity.of(own), ToolIdentity.of(snapshot), ToolIdentity.of(released));
    write("some.jar", "two");
    assertThat(ToolIdentity.of(own)).isNotEqualTo(before.get(0));
    assertThat(ToolIdentity.of(snapshot)).isNotEqualTo(before.get(1));
    assertThat(ToolIdentity.of(released)).isEqualTo(before.get(2));
    write("classes/A.class", "one");
    List<ToolIdentity.Part> classes = List.of(new ToolIdentity.Part("com.acme:a:1", folder.resolve("classes"), false));
    String first = ToolIdentity.of(classes);
    write("classes/A.class", "two");
    assertThat(ToolIdentity.of(classes)).isNotEqualTo(first);
  }

  @Test void oneBuildAtATimeHasTheLock() throws InterruptedException {
    var waits = new CountDownLatch(1);
    var released = new AtomicBoolean();
    var mistake = new AtomicReference<Throwable>();
    var second = new Thread(() -> {
      try (FolderLock lock = FolderLock.take(folder, "lock", waits::countDown)) {
        assertThat(released).isTrue();
      } catch (Throwable e) {
        mistake.set(e);
      }
    });
    try (FolderLock lock = FolderLock.take(folder, "lock", () -> mistake.set(new AssertionError("nobody had it")))) {
      second.start();
      waits.await();
      released.set(true);
    }
    second.join();
    assertThat(mistake.get()).isNull();
  }

  @Test void whereALockCannotBeMadeThereIsNone() throws IOException, InterruptedException {
    write("file", "not a folder");
    try (FolderLock lock = FolderLock.take(folder.resolve("file"), "lock", () -> { })) {
      assertThat(lock).isNotNull();
    }
  }

  private String key() throws IOException {
    var fingerprint = new Fingerprint();
    Sources.read(folder).addTo(fingerprint);
    return fingerprint.hex();
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }
}
