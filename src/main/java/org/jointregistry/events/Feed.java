package org.jointregistry.events;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import org.jointregistry.audit.AuditLog;
import org.jointregistry.audit.LogPosition;
import org.jointregistry.audit.LoggedChange;
import org.jointregistry.shared.ErrorCode;
import org.jointregistry.shared.LoggedFailure;
import org.jointregistry.shared.RegistryException;

/**
 * Follows the audit trail for all subscribers of the replica, as long as there are any.
 */
@Component
class Feed {

	private static final Logger logger = LoggerFactory.getLogger(Feed.class);

	/** Of each chain, in one look. */
	private static final int MOST = 500;

	private final AuditLog log;

	private final EventSettings settings;

	private final List<Live> subscribers = new ArrayList<>();

	private LogPosition position = LogPosition.start();

	private boolean following;

	private boolean ended;

	/** What was missing at the last look, and may be there at the next. */
	private final long[] awaited = new long[LogPosition.CHAINS];

	Feed(AuditLog log, EventSettings settings) {
		this.log = log;
		this.settings = settings;
	}

	/**
	 * Has a subscriber told of every change from now on.
	 * @return where its changes come from; to be left
	 * @throws RegistryException with {@link ErrorCode#UNAVAILABLE} if the replica stops
	 */
	synchronized Live join() {
		if (this.ended) {
			throw stopping();
		}
		if (this.subscribers.isEmpty()) {
			this.position = this.log.end();
		}
		Live live = new Live(this.position.copy(), this.settings.buffer());
		this.subscribers.add(live);
		if (!this.following) {
			this.following = true;
			Thread.ofVirtual().name("events").start(this::follow);
		}
		return live;
	}

	/**
	 * Tells a subscriber nothing more.
	 * @param live what the subscriber joined
	 */
	synchronized void leave(Live live) {
		this.subscribers.remove(live);
	}

	/**
	 * Ends all subscriptions when the replica stops, so that it need not wait for them.
	 */
	@EventListener(ContextClosedEvent.class)
	synchronized void end() {
		this.ended = true;
		this.subscribers.forEach((live) -> live.end(stopping()));
		this.subscribers.clear();
	}

	private static RegistryException stopping() {
		return new RegistryException(ErrorCode.UNAVAILABLE,
				"This replica stops; go on from the last cursor at another");
	}

	private void follow() {
		try {
			LogPosition position = going();
			while (position != null) {
				look(position);
				Thread.sleep(this.settings.interval());
				position = going();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** Where the feed is; null where nobody follows it any more, and it ends. */
	private synchronized @Nullable LogPosition going() {
		this.following = !this.subscribers.isEmpty();
		return this.following ? this.position.copy() : null;
	}

	private void look(LogPosition position) {
		try {
			tell(this.log.after(position, MOST));
		}
		catch (RuntimeException ex) {
			logger.warn("Changes cannot be read; subscribers wait", new LoggedFailure(ex));
		}
	}

	private synchronized void tell(List<LoggedChange> changes) {
		LogPosition now = this.position;
		boolean[] held = new boolean[LogPosition.CHAINS];
		for (LoggedChange change : changes.stream().filter(now::isBefore).toList()) {
			int chain = change.chain();
			if (!held[chain] && (now.isNext(change) || this.awaited[chain] == now.at(chain) + 1)) {
				now.pass(change);
				this.subscribers.removeIf((live) -> !live.offer(change));
			}
			else if (!held[chain]) {
				// A commit shows its entries one by one; by the next look it is whole
				held[chain] = true;
				this.awaited[chain] = now.at(chain) + 1;
			}
		}
	}

}
