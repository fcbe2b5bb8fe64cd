package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pictures in docs/report.md. `-Dpictures=update` takes them anew.
class ReportPicturesTest {
  private static final Path PICTURES = Folders.ROOT.resolve("docs/pictures");
  private static final int MOST_BYTES = 150_000;

  @TempDir
  private Path folder;

  /// A picture: what is checked, the place in the page, and how it is looked at.
  private record Shot(String name, String file, String anchor, String scheme, int height) {}

  private static final List<Shot> SHOTS = List.of(
      new Shot("report-farm.png", "examples/05-farm/farm.graphline", "#DL-1", "light", 1000),
      new Shot("report-whiteboard.png", "examples/whiteboard/core-literal.graphline", "#DL-1/2", "dark", 860));

  @Test void thePicturesOfTheDocumentationCanBeTakenAndAreSmall() throws IOException {
    Folders.copy(Folders.ROOT.resolve("examples"), folder.resolve("examples"));
    String page = Files.readString(Folders.ROOT.resolve("docs/report.md"));
    try (Browser browser = Browser.open()) {
      for (Shot shot : SHOTS) {
        assertThat(page).contains("pictures/" + shot.name());
        new Session(folder).run("check", shot.file(), "--no-repairs", "--report", "report.html");
        browser.size(1360, shot.height());
        browser.open(folder.resolve("report.html"), shot.anchor());
        browser.media(shot.scheme(), "screen");
        byte[] picture = fewerColors(browser.picture());
        assertThat(picture.length).as(shot.name()).isBetween(20_000, MOST_BYTES);
        assertThat(colors(picture)).as(shot.name()).isGreaterThan(50);
        if ("update".equals(System.getProperty("pictures"))) {
          Files.createDirectories(PICTURES);
          Files.write(PICTURES.resolve(shot.name()), picture);
        }
        assertThat(PICTURES.resolve(shot.name())).as("run the test with -Dpictures=update").exists();
      }
    }
  }

  /// Returns a picture with its 256 most frequent colors,
  /// each other one as the nearest of them: a third of the bytes.
  private static byte[] fewerColors(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    int[] palette = Arrays.stream(pixels).boxed().collect(Collectors.groupingBy(c -> c,
        Collectors.counting())).entrySet()
        .stream().sorted(Map.Entry.<Integer, Long>comparingByValue().reversed()).limit(256)
            .mapToInt(Map.Entry::getKey)
        .toArray();
    Map<Integer, Integer> nearest = new HashMap<>();
    var fewer = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED,
        new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
    for (int i = 0; i < pixels.length; i++) {
      int index = nearest.computeIfAbsent(pixels[i], color -> IntStream.range(0, palette.length).boxed()
          .min(Comparator.comparingInt(p -> distance(palette[p], color))).orElseThrow());
      fewer.getRaster().setSample(i % image.getWidth(), i / image.getWidth(), 0, index);
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(fewer, "png", out);
    return out.toByteArray();
  }

  private static int distance(int one, int other) {
    int red = (one >> 16 & 255) - (other >> 16 & 255);
    int green = (one >> 8 & 255) - (other >> 8 & 255);
    int blue = (one & 255) - (other & 255);
    return red * red + green * green + blue * blue;
  }

  /// Returns how many colors a picture has; an empty page has a few.
  private static long colors(byte[] png) throws IOException {
    var image = ImageIO.read(new ByteArrayInputStream(png));
    return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct().count();
  }
}
