package org.jointregistry.shared;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.DatabaseException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A failure as it is logged says what was thrown and where, and none of its words.
 */
class LoggedFailureTests {

	@Test
	void classCodeAndPlaceAreToldAndNoWords() {
		NumberFormatException thrown = new NumberFormatException("For input string: 90817263.45");
		thrown.initCause(new DatabaseException("Neo.DatabaseError.General.UnknownError", "No sum of 90817263.45"));
		thrown.addSuppressed(new IllegalStateException("90817263.45"));
		StringWriter printed = new StringWriter();
		new LoggedFailure(thrown).printStackTrace(new PrintWriter(printed, true));
		assertThat(printed.toString()).startsWith("java.lang.NumberFormatException" + System.lineSeparator())
			.contains("Caused by: " + DatabaseException.class.getName() + " Neo.DatabaseError.General.UnknownError",
					"at " + getClass().getName() + ".classCodeAndPlaceAreToldAndNoWords")
			.doesNotContain("90817263");
	}

	@Test
	void failureThatCausesItselfEnds() {
		IllegalStateException one = new IllegalStateException();
		one.initCause(new IllegalArgumentException(one));
		assertThat(new LoggedFailure(one)).hasMessage("java.lang.IllegalStateException");
	}

}
