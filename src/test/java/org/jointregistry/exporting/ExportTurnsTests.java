package org.jointregistry.exporting;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import org.jointregistry.RegistryTest;
import org.jointregistry.access.Role;
import org.jointregistry.access.Viewer;
import org.jointregistry.limit.FewPoints;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Who is sent a file takes turns and allowance by the page, and waits for nobody who
 * reads slowly.
 */
@RegistryTest
class ExportTurnsTests {

	private static final int POINTS = 6_000;

	private static final Instant LATER = Instant.now().plusSeconds(600);

	private static final long PAGE = 100_000;

	private static final long ALL = POINTS * 1000L;

	@Autowired
	private Exports exports;

	@Autowired
	private Driver driver;

	private ExportTurns turns() {
		return new ExportTurns(FewPoints.of(POINTS, this.driver), new ExportSettings(1, 2, Duration.ofMillis(50)));
	}

	private static Viewer somebody() {
		return new Viewer("exports " + UUID.randomUUID(), Set.of(Role.AUDITOR), null, null, Set.of());
	}

	private static void assertRefused(ErrorCode code, ExportTurns.Sent sent) {
		assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> sent.page(PAGE, () -> "page"))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

	@Test
	void whoReadsSlowlyHoldsNoTurn() {
		ExportTurns turns = turns();
		try (ExportTurns.Sent slow = turns.begin(somebody(), LATER);
				ExportTurns.Sent other = turns.begin(somebody(), LATER)) {
			assertThat(slow.page(PAGE, () -> "first")).isEqualTo("first");
			assertThat(other.page(PAGE, () -> "its first")).isEqualTo("its first");
			assertThat(slow.page(PAGE, () -> "second")).isEqualTo("second");
		}
	}

	@Test
	void aFirstPageIsRefusedWhereItWouldWaitAndALaterOneWaits() throws Exception {
		ExportTurns turns = turns();
		CountDownLatch done = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
				ExportTurns.Sent begun = turns.begin(somebody(), LATER);
				ExportTurns.Sent reading = turns.begin(somebody(), LATER);
				ExportTurns.Sent late = turns.begin(somebody(), LATER)) {
			begun.page(PAGE, () -> "first");
			CountDownLatch held = new CountDownLatch(1);
			Future<String> held1 = threads.submit(() -> reading.page(PAGE, () -> {
				held.countDown();
				return awaited(done);
			}));
			held.await();
			Future<String> waiting = threads.submit(() -> begun.page(PAGE, () -> "second"));
			assertRefused(ErrorCode.OVERLOADED, late);
			assertThat(waiting.isDone()).isFalse();
			done.countDown();
			assertThat(List.of(held1.get(), waiting.get())).containsExactly("read", "second");
		}
	}

	private static String awaited(CountDownLatch done) {
		try {
			done.await();
			return "read";
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void oneClientIsSentAFewFilesAtOnce() {
		ExportTurns turns = turns();
		Viewer client = somebody();
		ExportTurns.Sent first = turns.begin(client, LATER);
		turns.begin(client, LATER);
		assertThatExceptionOfType(RegistryException.class).isThrownBy(() -> turns.begin(client, LATER))
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED));
		turns.begin(somebody(), LATER).close();
		first.close();
		turns.begin(client, LATER).close();
	}

	@Test
	void aFileIsRefusedWhereTheAllowanceIsUsedUpAndGoesOnWhereItHasBegun() {
		ExportTurns turns = turns();
		Viewer client = somebody();
		try (ExportTurns.Sent begun = turns.begin(client, LATER); ExportTurns.Sent late = turns.begin(client, LATER)) {
			begun.page(ALL, () -> "first");
			assertRefused(ErrorCode.RATE_LIMITED, late);
			assertThat(begun.page(PAGE, () -> "second")).isEqualTo("second");
		}
	}

	@Test
	void noPageIsReadOnceTheTokenHasEnded() throws InterruptedException {
		try (ExportTurns.Sent sent = turns().begin(somebody(), Instant.now().plusMillis(500))) {
			assertThat(sent.page(PAGE, () -> "first")).isEqualTo("first");
			Thread.sleep(600);
			assertRefused(ErrorCode.UNAUTHENTICATED, sent);
		}
	}

	@Test
	void filesTakeOfTheAllowanceByTheirPages() throws IOException {
		ExportTurns turns = new ExportTurns(FewPoints.of(200, this.driver),
				new ExportSettings(1, 2, Duration.ofMillis(50)));
		Viewer client = somebody();
		int files = 0;
		ErrorCode end = ErrorCode.INTERNAL;
		while (files < 10 && end != ErrorCode.RATE_LIMITED) {
			try (ExportTurns.Sent sent = turns.begin(client, LATER)) {
				this.exports.write("Nation", sent, null, csv());
				files++;
			}
			catch (RegistryException ex) {
				end = ex.code();
			}
		}
		assertThat(end).isEqualTo(ErrorCode.RATE_LIMITED);
		assertThat(files).isBetween(1, 5);
	}

	private static Rows csv() {
		return ExportForm.of("csv").rows(OutputStream.nullOutputStream(), JsonMapper.shared());
	}

}
