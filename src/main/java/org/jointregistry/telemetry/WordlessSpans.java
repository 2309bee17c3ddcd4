package org.jointregistry.telemetry;

import java.util.Collection;
import java.util.List;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/**
 * Exports spans without the words of failures, which may hold values: that something
 * failed is told by status and code.
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

	/** A span whose events and status have no words. */
	private static final class Wordless extends DelegatingSpanData {

		Wordless(SpanData span) {
			super(span);
		}

		@Override
		public StatusData getStatus() {
			return StatusData.create(super.getStatus().getStatusCode(), "");
		}

		@Override
		public List<EventData> getEvents() {
			return super.getEvents().stream()
				.map((event) -> EventData.create(event.getEpochNanos(), event.getName(), Attributes.empty()))
				.toList();
		}

	}

}
