package org.graphline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window. Nothing is downloaded: where the machine has none,
/// tests that need it are skipped, and
/// in CI they fail.
final class Browser implements AutoCloseable {
  /// Would say that it knows no newer protocol; the few commands used here are old.
  private static final Logger SELENIUM = Logger.getLogger("org.openqa.selenium.devtools");
  private static final int MOST_KEYS = 200;

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /// Returns a browser, or skips the test and says why.
  static Browser open() {
    Optional<File> chromium = program("chromium", "chromium-browser", "google-chrome");
    Optional<File> service = program("chromedriver");
    boolean there = chromium.isPresent() && service.isPresent();
    if (System.getenv("CI") != null) {
      assertThat(there).as("chromium and chromedriver are installed (Debian: chromium, chromium-driver)").isTrue();
    }
    Assumptions.assumeTrue(there, "needs chromium and chromedriver (Debian: chromium, chromium-driver)");
    SELENIUM.setLevel(Level.SEVERE);
    var logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium.get());
    options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--no-first-run",
        "--hide-scrollbars", "--disable-background-networking", "--window-size=1440,1000");
    options.setCapability("goog:loggingPrefs", logs);
    return new Browser(new ChromeDriver(new ChromeDriverService.Builder()
        .usingDriverExecutable(service.get()).build(),
        options));
  }

  private static Optional<File> program(String... names) {
    List<Path> folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(Path::of).toList();
    return Stream.of(names).flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
        .filter(Files::isExecutable).findFirst().map(Path::toFile);
  }

  /// Opens a page, `anchor` being what comes after its name, and forgets what was logged before. Keys pressed from then
  /// on are heard by this page: on a busy machine the first ones may still go to the page before.
  void open(Path page, String anchor) {
    driver.get("about:blank");
    log(LogType.BROWSER);
    log(LogType.PERFORMANCE);
    driver.get(page.toUri() + anchor);
    run("addEventListener('keydown', event => window.heard ||= event.key === 'Shift')");
    for (int tries = 0; !Boolean.TRUE.equals(run("return window.heard")); tries++) {
      assertThat(tries).as("keys that nobody heard").isLessThan(MOST_KEYS);
      press(Keys.SHIFT);
    }
  }

  /// Returns what a script returns.
  Object run(String script) {
    return driver.executeScript(script);
  }

  /// Returns the text that a script returns.
  String text(String script) {
    return String.valueOf(run("return " + script));
  }

  /// Returns the texts in the array that a script returns.
  List<String> texts(String script) {
    return ((List<?>) run("return Array.from(" + script + ")")).stream().map(String::valueOf).toList();
  }

  void press(CharSequence... keys) {
    new Actions(driver).sendKeys(keys).perform();
  }

  /// Waits until a script returns true, however long the machine takes.
  void await(String condition) {
    String seen = "return new Promise(done => { const look = () => " + condition
        + " ? done(true) : setTimeout(look, 20); look(); })";
    assertThat(run(seen)).isEqualTo(true); // the driver gives up after 30 s
  }

  void size(int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
  }

  /// Says which color scheme the user prefers, and whether the page is for paper.
  void media(String scheme, String medium) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", medium, "features",
        List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /// Returns the page printed as PDF, in base 64.
  String printed() {
    return (String) driver.executeCdpCommand("Page.printToPDF", Map.of("printBackground", true)).get("data");
  }

  /// Returns the picture of what is to be seen, as PNG.
  byte[] picture() {
    return driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES);
  }

  /// Returns what the page wrote to the console since it was opened.
  List<String> console() {
    return log(LogType.BROWSER);
  }

  /// Returns what was asked for since the page was opened, the page itself included.
  List<String> requests() {
    return log(LogType.PERFORMANCE).stream().map(JsonMapper.shared()::readTree).map(n -> n.path("message"))
        .filter(n -> n.path("method").asString("").equals("Network.requestWillBeSent"))
        .map(n -> n.path("params").path("request").path("url")).map(JsonNode::asString).toList();
  }

  private List<String> log(String type) {
    return driver.manage().logs().get(type).getAll().stream().map(entry -> entry.getMessage()).toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  static final CharSequence RIGHT = Keys.ARROW_RIGHT;
  static final CharSequence LEFT = Keys.ARROW_LEFT;
}
