package org.jointregistry.events;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.RegistryException;

/**
 * How many subscriptions there are, in all and of each client.
 */
@Component
class Places implements MeterBinder {

	private final EventSettings settings;

	private final Map<String, Integer> taken = new HashMap<>();

	private int all;

	Places(EventSettings settings) {
		this.settings = settings;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		Gauge.builder("registry.subscriptions", this, Places::count)
			.description("Subscriptions that are open")
			.register(meters);
	}

	private synchronized int count() {
		return this.all;
	}

	/**
	 * Takes a place.
	 * @param client the token's subject
	 * @return the client, who gives the place back
	 * @throws RegistryException with {@code OVERLOADED} if there is none left
	 */
	synchronized String take(String client) {
		if (this.all >= this.settings.subscriptions()
				|| this.taken.getOrDefault(client, 0) >= this.settings.subscriptionsOfClient()) {
			throw new RegistryException(ErrorCode.OVERLOADED,
					"There are too many subscriptions; end one, or try again later");
		}
		this.all++;
		this.taken.merge(client, 1, Integer::sum);
		return client;
	}

	/**
	 * Gives a place back.
	 * @param client who took it
	 */
	synchronized void giveBack(String client) {
		this.all--;
		this.taken.computeIfPresent(client, (name, count) -> (count > 1) ? count - 1 : null);
	}

	/**
	 * Whether nobody has a place.
	 * @return true without subscriptions
	 */
	synchronized boolean areFree() {
		return count() == 0;
	}

}
