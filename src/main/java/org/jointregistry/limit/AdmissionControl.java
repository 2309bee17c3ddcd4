package org.jointregistry.limit;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jointregistry.api.RefusedRequest;
import org.jointregistry.shared.ErrorCode;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.neo4j.autoconfigure.Neo4jProperties;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets no more requests in than the driver has connections for. Virtual threads cost
 * nothing, so without a bound every request would wait in the driver's queue and fail
 * there; here it waits a little and is then told that the registry is busy, without
 * having touched the database.
 */
@Component
@Order(0)
class AdmissionControl implements WebGraphQlInterceptor, MeterBinder {

	private static final String RETRY_AFTER_SECONDS = "2";

	private final Semaphore permits;

	private final Duration patience;

	@Autowired
	AdmissionControl(AdmissionSettings settings, Neo4jProperties driver) {
		this(settings.permitsFor(driver.getPool().getMaxConnectionPoolSize()), settings.patience());
	}

	AdmissionControl(int permits, Duration patience) {
		this.permits = new Semaphore(permits, true);
		this.patience = patience;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("registry.admission.free", this.permits, Semaphore::availablePermits)
			.description("Requests that could be let in at once")
			.register(meters);
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		return Mono.using(this::admitted, (admitted) -> admitted ? chain.next(request) : Mono.just(busy(request)),
				this::leave);
	}

	private boolean admitted() {
		try {
			return this.permits.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private void leave(boolean admitted) {
		if (admitted) {
			this.permits.release();
		}
	}

	private static WebGraphQlResponse busy(WebGraphQlRequest request) {
		WebGraphQlResponse response = RefusedRequest.answer(request, ErrorCode.OVERLOADED,
				ErrorCode.OVERLOADED.words());
		response.getResponseHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		return response;
	}

}
