package org.jointregistry.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jointregistry.graph.Gate;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;

import org.springframework.stereotype.Service;

/**
 * Checks the chains of the audit trail, a part at a time. Where they end is read while no
 * writer is under way; what comes before that end changes no more and is read in pages,
 * while others write.
 */
@Service
class AuditVerifying {

	/** After so many breaks the caller goes on in a call of its own. */
	static final int MOST_BREAKS = 100;

	private static final int PAGE = 500;

	private static final TransactionConfig LIMITS = TransactionConfig.builder()
		.withTimeout(Duration.ofSeconds(10))
		.build();

	private final Driver driver;

	private final Seal seal;

	private final SessionConfig leader;

	AuditVerifying(Driver driver, Seal seal) {
		this.driver = driver;
		this.seal = seal;
		this.leader = SessionConfig.builder()
			.withDefaultAccessMode(AccessMode.WRITE)
			.withBookmarkManager(driver.executableQueryBookmarkManager())
			.build();
	}

	/**
	 * Checks entries of all chains, one chain after the other.
	 * @param after the position before the first entry to check
	 * @param most how many entries at most
	 * @return what was found, and where to go on
	 */
	AuditVerification verify(ChainPosition after, int most) {
		try (Session session = this.driver.session(this.leader)) {
			Ends ends = session.executeWrite(AuditVerifying::ends, LIMITS);
			ChainWalk walk = new ChainWalk(this.seal);
			ChainPosition next = walk(session, walk, ends.heads(), after, most);
			List<ChainBreak> breaks = new ArrayList<>(walk.breaks());
			if (next == null) {
				breaks.addAll(ends.behind());
				breaks.addAll(session.executeRead((graph) -> new Chains(graph).unchained(MOST_BREAKS), LIMITS));
			}
			return new AuditVerification(walk.checked(), breaks, ends.heads(), next);
		}
	}

	private static Ends ends(TransactionContext graph) {
		Gate.close(graph);
		Chains chains = new Chains(graph);
		List<ChainHead> heads = chains.heads();
		return new Ends(heads, chains.behind(heads, MOST_BREAKS));
	}

	private static @Nullable ChainPosition walk(Session session, ChainWalk walk, List<ChainHead> heads,
			ChainPosition after, int most) {
		for (ChainHead head : heads.subList(after.chain(), heads.size())) {
			begin(session, walk, (head.chain() == after.chain()) ? after : new ChainPosition(head.chain(), 0));
			if (!reachesEnd(session, walk, head, most)) {
				return walk.last();
			}
			walk.end(head);
		}
		return null;
	}

	private static void begin(Session session, ChainWalk walk, ChainPosition start) {
		walk.begin(start, session.executeRead((graph) -> new Chains(graph).at(start), LIMITS));
	}

	private static boolean reachesEnd(Session session, ChainWalk walk, ChainHead head, int most) {
		while (mayGoOn(walk, most)) {
			int size = Math.min(PAGE, most - walk.checked());
			List<Map<String, Object>> page = session
				.executeRead((graph) -> new Chains(graph).page(walk.last(), head.sequence(), size), LIMITS);
			for (Map<String, Object> entry : page) {
				if (!mayGoOn(walk, most)) {
					return false;
				}
				walk.take(entry);
			}
			if (page.size() < size) {
				return true;
			}
		}
		return false;
	}

	private static boolean mayGoOn(ChainWalk walk, int most) {
		return walk.checked() < most && walk.breaks().size() < MOST_BREAKS;
	}

	/**
	 * The ends of all chains at one moment.
	 *
	 * @param heads one for each chain
	 * @param behind entries that stand behind them
	 */
	private record Ends(List<ChainHead> heads, List<ChainBreak> behind) {

	}

}
