package org.jointregistry.telemetry;

import java.util.Collection;
import java.util.List;
import java.util.Objects;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.jointregistry.shared.LoggedFailure;

/**
 * Exports spans without the words of failures, which may hold values: that something
 * failed is told by what was thrown and, where the registry left the words out itself, by
 * the database's code.
 */
final class WordlessSpans implements SpanExporter {

	private final SpanExporter exporter;

	WordlessSpans(SpanExporter exporter) {
		this.exporter = exporter;
	}

	@Override
	public CompletableResultCode export(Collection<SpanData> spans) {
		return this.exporter.export(spans.stream().<SpanData>map(Wordless::new).toList());
	}

	@Override
	public CompletableResultCode flush() {
		return this.exporter.flush();
	}

	@Override
	public CompletableResultCode shutdown() {
		return this.exporter.shutdown();
	}

	/** A span whose events and status have no words but those of a harmless failure. */
	private static final class Wordless extends DelegatingSpanData {

		private static final AttributeKey<String> TYPE = AttributeKey.stringKey("exception.type");

		private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

		Wordless(SpanData span) {
			super(span);
		}

		@Override
		public StatusData getStatus() {
			String words = super.getEvents().stream()
				.map(Wordless::harmless)
				.map((told) -> told.get(MESSAGE))
				.filter(Objects::nonNull)
				.findFirst()
				.orElse("");
			return StatusData.create(super.getStatus().getStatusCode(), words);
		}

		@Override
		public List<EventData> getEvents() {
			return super.getEvents().stream()
				.map((event) -> EventData.create(event.getEpochNanos(), event.getName(), harmless(event)))
				.toList();
		}

		private static Attributes harmless(EventData event) {
			String type = event.getAttributes().get(TYPE);
			if (type == null) {
				return Attributes.empty();
			}
			String message = event.getAttributes().get(MESSAGE);
			return (message != null && type.equals(LoggedFailure.class.getName()))
					? Attributes.of(TYPE, type, MESSAGE, message) : Attributes.of(TYPE, type);
		}

	}

}
