package org.jointregistry.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import org.jointregistry.Browser;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * GraphiQL in a browser, without any other host. Skipped where there is no Chromium.
 */
@RegistryTest
class GraphiqlTests {

	@Autowired
	private RegistryClient registry;

	@TempDir
	private Path profile;

	private Browser chromium;

	private ChromeDriver browser;

	private WebDriverWait patience;

	@BeforeEach
	void open() {
		this.chromium = new Browser(this.profile);
		this.browser = this.chromium.driver();
		this.patience = this.chromium.patience();
		this.browser.get(this.registry.url() + "/graphiql");
		this.patience.until((page) -> page.findElements(By.cssSelector(".graphiql-execute-button")).size() == 1);
	}

	@AfterEach
	void close() {
		if (this.chromium != null) {
			this.chromium.close();
		}
	}

	@Test
	void viewerSignsInAsksAndSeesTheAnswer() throws IOException {
		signIn("viewer-deu", "NATIONAL_VIEWER");
		assertThat(this.browser.findElement(By.id("viewer")).getText()).contains("viewer-deu", "NATIONAL_VIEWER",
				"DEU");
		ask("{ __typename }", "\"__typename\": \"Query\"");
		this.chromium.keepPicture("graphiql.png");
		assertThat(this.chromium.hostsAsked()).isNotEmpty().allMatch((host) -> host.equals("127.0.0.1"));
		assertThat(this.chromium.policyViolations()).isEmpty();
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
		assertThat(this.chromium.policyViolations()).isEmpty();
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

}
