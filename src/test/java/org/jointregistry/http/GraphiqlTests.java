package org.jointregistry.http;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * GraphiQL in a browser, without any other host. Skipped where there is no Chromium.
 */
@RegistryTest
class GraphiqlTests {

	private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

	private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

	@Autowired
	private RegistryClient registry;

	@TempDir
	private Path profile;

	private ChromeDriver browser;

	private WebDriverWait patience;

	@BeforeEach
	void open() {
		Assumptions.assumeTrue(Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
				"There is no Chromium with its driver in /usr/bin");
		ChromeDriverService service = new ChromeDriverService.Builder()
			.usingDriverExecutable(new File(DRIVER.toString()))
			.build();
		this.browser = new ChromeDriver(service, options());
		this.patience = new WebDriverWait(this.browser, Duration.ofSeconds(90));
		this.browser.get(this.registry.url() + "/graphiql");
		this.patience.until((page) -> page.findElements(By.cssSelector(".graphiql-execute-button")).size() == 1);
	}

	private ChromeOptions options() {
		LoggingPreferences logs = new LoggingPreferences();
		logs.enable(LogType.PERFORMANCE, Level.ALL);
		logs.enable(LogType.BROWSER, Level.ALL);
		ChromeOptions options = new ChromeOptions();
		options.setBinary(CHROMIUM.toFile());
		options.setCapability("goog:loggingPrefs", logs);
		options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
				"--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--disable-dev-shm-usage", "--window-size=1400,900", "--user-data-dir=" + this.profile);
		return options;
	}

	@AfterEach
	void close() {
		if (this.browser != null) {
			this.browser.quit();
		}
	}

	@Test
	void viewerSignsInAsksAndSeesTheAnswer() throws IOException {
		signIn("viewer-deu", "NATIONAL_VIEWER");
		assertThat(this.browser.findElement(By.id("viewer")).getText()).contains("viewer-deu", "NATIONAL_VIEWER",
				"DEU");
		ask("{ __typename }", "\"__typename\": \"Query\"");
		keepPicture();
		assertThat(hostsAsked()).isNotEmpty().allMatch((host) -> host.equals("127.0.0.1"));
		assertThat(policyViolations()).isEmpty();
	}

	@Test
	void exampleOfTheRoleIsShownAndAnswered() throws IOException {
		signIn("auditor", "AUDITOR");
		new Select(this.browser.findElement(By.id("example"))).selectByVisibleText("Whether the audit trail is whole");
		this.patience.until(
				(page) -> page.findElement(By.cssSelector(".graphiql-query-editor")).getText().contains("auditVerify"));
		this.browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
		this.patience
			.until((page) -> page.findElement(By.cssSelector(".graphiql-response")).getText().contains("\"intact\":"));
		assertThat(policyViolations()).isEmpty();
	}

	@Test
	void withoutSigningInTheAnswerSaysWhatIsMissing() {
		assertThat(this.browser.findElement(By.id("viewer")).getText()).isEqualTo("Not signed in");
		ask("{ __typename }", "UNAUTHENTICATED");
	}

	/**
	 * Asks until the answer is there: signing in makes the page put up its editor anew,
	 * and what was typed into the old one is gone with it.
	 */
	private void signIn(String client, String role) {
		new Select(this.browser.findElement(By.id("client"))).selectByValue(client);
		this.browser.findElement(By.cssSelector("#sign-in button[type=submit]")).click();
		this.patience.until((page) -> page.findElement(By.id("viewer")).getText().contains(role));
	}

	private void ask(String document, String expected) {
		this.patience.ignoring(WebDriverException.class).until((page) -> {
			this.browser.executeScript(
					"document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.setValue(arguments[0])",
					document);
			this.browser.findElement(By.cssSelector(".graphiql-execute-button")).click();
			return new WebDriverWait(this.browser, Duration.ofSeconds(5)).ignoring(WebDriverException.class)
				.until((same) -> answer().contains(expected));
		});
	}

	private String answer() {
		return "" + this.browser.executeScript("return document.querySelector('.result-window').innerText");
	}

	private void keepPicture() throws IOException {
		byte[] picture = this.browser.getScreenshotAs(OutputType.BYTES);
		Files.write(Path.of("target", "graphiql.png"), picture);
	}

	private List<String> hostsAsked() {
		return this.browser.manage()
			.logs()
			.get(LogType.PERFORMANCE)
			.getAll()
			.stream()
			.map((entry) -> JsonMapper.shared().readTree(entry.getMessage()).path("message"))
			.flatMap(GraphiqlTests::urlOf)
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

	private List<String> policyViolations() {
		return this.browser.manage()
			.logs()
			.get(LogType.BROWSER)
			.getAll()
			.stream()
			.map((entry) -> entry.getMessage())
			.filter((message) -> message.contains("Content Security Policy"))
			.toList();
	}

}
