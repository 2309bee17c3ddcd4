package org.jointregistry;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Chromium without a window. A test that opens one is skipped where there is none.
 */
public final class Browser implements AutoCloseable {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	private final ChromeDriver driver;

	/**
	 * Opens a browser.
	 * @param profile an empty folder
	 */
	public Browser(Path profile) {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
				"There is no Chromium with its driver in /usr/bin");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(DRIVER.toString()))
			.build();
		this.driver = new ChromeDriver(service, options(profile));
	}

	private static ChromeOptions options(Path profile) {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.setCapability("goog:loggingPrefs", logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--window-size=1400,900", "--user-data-dir=" + profile);
		return options;
	}

	/**
	 * What drives the browser.
	 * @return the driver, which closes with the browser
	 */
	public ChromeDriver driver() {
		return this.driver;
	}

	/**
	 * Waits for what may take long on a busy machine.
	 * @return a wait of a minute and a half
	 */
	public WebDriverWait patience() {
		return new WebDriverWait(this.driver, Duration.ofSeconds(90));
	}

	/**
	 * Has pages laid out as on a screen of another width.
	 * @param width in pixels
	 */
	public void widen(int width) {
		this.driver.executeCdpCommand("Emulation.setDeviceMetricsOverride",
				Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
	}

	/**
	 * Keeps a picture of the page in {@code target}.
	 * @param name of the file
	 * @throws IOException if it cannot be written
	 */
	public void keepPicture(String name) throws IOException {
		Files.write(Path.of("target", name), this.driver.getScreenshotAs(OutputType.BYTES));
	}

	/**
	 * The hosts that pages asked since this was called last.
	 * @return each host once
	 */
	public List<String> hostsAsked() {
		return logged(LogType.PERFORMANCE).map((text) -> JsonMapper.shared().readTree(text).path("message"))
			.flatMap(Browser::urlOf)
			.filter((url) -> !url.startsWith("data:") && !url.startsWith("chrome"))
			.map((url) -> URI.create(url).getHost())
			.distinct()
			.toList();
	}

	private static Stream<String> urlOf(JsonNode event) {
		JsonNode url = event.at("/params/request/url");
		boolean request = event.path("method").asString().equals("Network.requestWillBeSent");
		return request ? Stream.of(url.asString()) : Stream.empty();
	}

	/**
	 * What pages tried against their policy since this was called last.
	 * @return the browser's messages
	 */
	public List<String> policyViolations() {
		return logged(LogType.BROWSER).filter((message) -> message.contains("Content Security Policy")).toList();
	}

	private Stream<String> logged(String type) {
		return this.driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage);
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
