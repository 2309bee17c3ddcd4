package org.jointregistry.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

import org.jointregistry.Browser;
import org.jointregistry.RegistryClient;
import org.jointregistry.RegistryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The reference in a browser: it fits wide and narrow screens, keyboards and readers, and
 * needs no other host. Skipped where there is no Chromium.
 */
@RegistryTest
class ReferenceLookTests {

	private static final int[] WIDTHS = { 1400, 390 };

	private static final String[] PAGES = { "index", "errors", "directives", "Program", "Mutation", "ProgramWhere",
			"Role" };

	@Autowired
	private RegistryClient registry;

	@TempDir
	private Path profile;

	@Test
	void pagesFitWideAndNarrowScreensAndNeedNoOtherHost() throws IOException {
		try (Browser browser = new Browser(this.profile)) {
			for (int width : WIDTHS) {
				browser.widen(width);
				for (String page : PAGES) {
					browser.driver().get(this.registry.url() + "/reference/" + page + ".html");
					assertThat(overflow(browser.driver())).as("%s at %s pixels", page, width).isNotPositive();
					browser.keepPicture("reference-%s-%d.png".formatted(page, width));
				}
			}
			assertThat(browser.hostsAsked()).containsExactly("127.0.0.1");
			assertThat(browser.policyViolations()).isEmpty();
		}
	}

	private static long overflow(ChromeDriver page) {
		return (Long) Objects.requireNonNull(page
			.executeScript("const root = document.documentElement; return root.scrollWidth - root.clientWidth"));
	}

	@Test
	void readersAndKeyboardsFindTheirWay() {
		try (Browser browser = new Browser(this.profile)) {
			ChromeDriver page = browser.driver();
			for (String name : PAGES) {
				page.get(this.registry.url() + "/reference/" + name + ".html");
				assertThat(page.findElement(By.tagName("html")).getDomAttribute("lang")).isEqualTo("en");
				assertThat(page.getTitle()).endsWith(" - Joint Program Registry");
				assertThat(page.findElements(By.tagName("h1"))).hasSize(1);
				assertThat(page.findElements(By.cssSelector("h3, h4, main main, nav:not([aria-label])"))).isEmpty();
				assertThat(page.executeScript("const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); "
						+ "return ids.length - new Set(ids).size"))
					.isEqualTo(0L);
			}
			page.switchTo().activeElement().sendKeys(Keys.TAB);
			assertThat(page.switchTo().activeElement().getText()).isEqualTo("Skip to the content");
		}
	}

	@Test
	void graphiqlLeadsToTheReference() {
		try (Browser browser = new Browser(this.profile)) {
			ChromeDriver page = browser.driver();
			page.get(this.registry.url() + "/graphiql");
			page.findElement(By.linkText("Reference")).click();
			browser.patience().until((shown) -> "Reference - Joint Program Registry".equals(shown.getTitle()));
			page.findElement(By.linkText("Error codes")).click();
			browser.patience().until((shown) -> shown.findElements(By.id("RATE_LIMITED")).size() == 1);
		}
	}

}
